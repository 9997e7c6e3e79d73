package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrganisationDbTest extends DatabaseTest {

    private static final Actor WANG = new Actor(11, "王海", Role.COUNTY_REVIEWER, "agency:410305", null);
    private static final Actor SUN = new Actor(12, "孙敏", Role.COUNTY_REVIEWER, "agency:410311", null);
    private static final Instant MARCH_6 = Instant.parse("2023-03-06T01:00:00Z");
    private static final Instant MARCH_7 = Instant.parse("2023-03-07T01:00:00Z");
    private static final String KINDERGARTEN = code("1241030500000001A");

    @Autowired
    private Organisation organisation;

    @Autowired
    private Units units;

    @Autowired
    private Cycles cycles;

    private static String code(String seventeen) {
        return SocialCreditCode.complete(seventeen).value();
    }

    private void kindergarten() {
        organisation.addUnit(kindergarten("涧西区向阳幼儿园"), Actor.SYSTEM, MARCH_6);
    }

    private static Unit kindergarten(String name) {
        return new Unit(KINDERGARTEN, name, UnitKind.PUBLIC_INSTITUTION, null, "410305", "410305", UnitStatus.ACTIVE);
    }

    @Test
    void henan_has_eighteen_cities_and_luoyang_fourteen_counties_and_two_zones_of_its_own() {
        assertThat(organisation.below("410000")).hasSize(18);
        assertThat(organisation.below("410300")).hasSize(16);
        assertThat(organisation.region("410307").name()).isEqualTo("偃师区");
        assertThat(organisation.region("410308").name()).isEqualTo("孟津区");
        assertThat(organisation.regionsOf("410300").stream().filter(Region::own).map(Region::code))
                .containsExactly("4103Z1", "4103Z2");
        assertThatThrownBy(() -> organisation.region("410322")).isInstanceOf(Refusal.class);
    }

    @Test
    void the_list_of_counties_that_have_taken_over_the_review_comes_from_the_year_package() {
        var cycle = cycles.current(clock.instant());
        assertThat(organisation.hasTakenOver("410305", cycle)).isTrue();
        assertThat(organisation.hasTakenOver("4103Z1", cycle)).isFalse();
        assertThat(organisation.hasTakenOver("410300", cycle)).isTrue();
    }

    @Test
    void a_change_of_name_keeps_what_the_unit_was_called_before() {
        kindergarten();
        var entry = units.get(KINDERGARTEN, WANG);
        units.write(entry, kindergarten("涧西区向阳第一幼儿园"), new Units.Ground(UnitAct.AMEND, "机构更名", null), WANG, MARCH_7);
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("涧西区向阳第一幼儿园");
        assertThat(organisation.unitAt(KINDERGARTEN, MARCH_6).orElseThrow().name())
                .isEqualTo("涧西区向阳幼儿园");
        assertThat(organisation.unitAt(KINDERGARTEN, MARCH_6.minusSeconds(1))).isEmpty();
        assertThat(units.history(KINDERGARTEN, WANG))
                .extracting(Units.Line::act)
                .containsExactly(UnitAct.AMEND, UnitAct.ADD);
    }

    @Test
    void of_two_officers_with_the_same_screen_the_second_overwrites_nothing() {
        kindergarten();
        var seen = units.get(KINDERGARTEN, WANG);
        var ground = new Units.Ground(UnitAct.AMEND, "机构更名", null);
        units.write(seen, kindergarten("甲幼儿园"), ground, WANG, MARCH_7);
        assertThatThrownBy(() -> units.write(seen, kindergarten("乙幼儿园"), ground, WANG, MARCH_7))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().status()).isEqualTo(409));
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("甲幼儿园");
    }

    @Test
    void a_code_or_a_name_is_registered_once() {
        kindergarten();
        assertThatThrownBy(() -> units.add(kindergarten("另一个名称"), WANG, MARCH_7, "新增"))
                .hasFieldOrPropertyWithValue("reason", OrganisationRefusal.CODE_TAKEN);
        var namesake = new Unit(
                code("1241030500000002A"),
                "涧西区向阳幼儿园",
                UnitKind.PUBLIC_INSTITUTION,
                null,
                "410305",
                "410305",
                UnitStatus.ACTIVE);
        assertThatThrownBy(() -> units.add(namesake, WANG, MARCH_7, "新增"))
                .hasFieldOrPropertyWithValue("reason", OrganisationRefusal.NAME_TAKEN);
    }

    @Test
    void another_county_does_not_find_the_unit() {
        kindergarten();
        assertThatThrownBy(() -> units.get(KINDERGARTEN, SUN))
                .hasFieldOrPropertyWithValue("reason", OrganisationRefusal.UNIT_UNKNOWN);
        assertThat(units.history(KINDERGARTEN, SUN)).isEmpty();
    }

    @Test
    void a_search_takes_signs_of_patterns_as_text_and_goes_on_by_key() {
        kindergarten();
        for (int i = 0; i < 25; i++) {
            organisation.addUnit(
                    new Unit(
                            code("124103050000001%02d".formatted(i)),
                            "涧西区第" + i + "小学",
                            UnitKind.PUBLIC_INSTITUTION,
                            null,
                            "410305",
                            "410305",
                            UnitStatus.ACTIVE),
                    Actor.SYSTEM,
                    MARCH_6);
        }
        assertThat(organisation.search("%", null, null).rows()).isEmpty();
        var first = organisation.search("小学", "410305", null);
        var second = organisation.search("小学", "410305", first.next());
        assertThat(first.rows()).hasSize(20);
        assertThat(second.rows()).hasSize(5).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isNull();
        assertThat(organisation.search("小学", "410311", null).rows()).isEqualTo(List.of());
    }

    @Test
    void an_office_is_called_by_its_name() {
        kindergarten();
        assertThat(organisation.officeName(Office.agency("410305"))).isEqualTo("涧西区工考管理机构");
        assertThat(organisation.officeName(Office.unit(KINDERGARTEN))).isEqualTo("涧西区向阳幼儿园");
    }
}
