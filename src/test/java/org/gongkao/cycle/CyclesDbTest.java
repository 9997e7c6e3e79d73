package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CyclesDbTest extends DatabaseTest {

    @Autowired
    private Cycles cycles;

    @Autowired
    private ShippedPackages shipped;

    @Autowired
    private PackageReader reader;

    @Test
    void the_first_start_publishes_2023_once() {
        shipped.publishMissing();
        shipped.publishMissing();
        var cycle = cycles.current(clock.instant());
        assertThat(cycle.year()).isEqualTo(2023);
        assertThat(cycle.version()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from cycle.year_package")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select hash from cycle.year_package")
                        .query(String.class)
                        .single())
                .isEqualTo(cycle.hash());
    }

    @Test
    void what_is_shipped_is_a_whole_package_with_every_section_known() {
        var read = reader.read(ShippedPackage.LUOYANG_2023.baseText(), ShippedPackage.LUOYANG_2023.overlayText());
        assertThat(read.problems())
                .filteredOn(problem -> !problem.field().matches("fees|counties")) // until their modules stand
                .isEmpty();
    }

    @Test
    void the_same_year_holds_for_the_city_its_counties_and_the_province() {
        var now = clock.instant();
        assertThat(cycles.current("410300", now)).isSameAs(cycles.current(now));
        assertThat(cycles.current("410305", now).packageId())
                .isEqualTo(cycles.current(now).packageId());
        assertThat(cycles.current("410000", now).year()).isEqualTo(2023);
        assertThat(cycles.of(cycles.current(now).packageId(), "4103Z1", now)).isSameAs(cycles.current(now));
    }

    @Test
    void a_published_package_cannot_be_changed_even_in_the_database() {
        assertThatThrownBy(() -> jdbc.sql("update cycle.year_package set overlay_text = overlay_text || ' '")
                        .update())
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> jdbc.sql(
                                "update cycle.year_package set state = 'DRAFTED', version = null, published_at = null")
                        .update())
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> jdbc.sql("delete from cycle.year_package").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
