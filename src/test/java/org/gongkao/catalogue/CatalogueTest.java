package org.gongkao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.ShippedPackage;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Cycle cycle =
            ShippedPackage.LUOYANG_2023.read(new LevelSubjectsSection(), new OccupationCatalogueSection());
    private final Catalogue catalogue = new Catalogue();

    @Test
    void from_2023_on_every_occupation_is_open_for_every_level() {
        assertThat(catalogue.levels(cycle)).containsExactly(Level.values());
        for (var level : Level.values()) {
            assertThat(catalogue.open(cycle, level)).hasSize(18);
        }
        assertThat(catalogue.get(cycle, "S0404").name()).isEqualTo("保育员");
        assertThat(catalogue.isSample(cycle)).isTrue();
        assertThat(catalogue.version(cycle)).isEqualTo("豫人社办〔2022〕93号");
    }

    @Test
    void levels_five_to_two_are_examined_in_three_subjects_of_100_marks() {
        for (var level : new Level[] {Level.FIVE, Level.FOUR, Level.THREE, Level.TWO}) {
            assertThat(catalogue.subjects(cycle, level))
                    .containsExactly(
                            new ExaminedSubject(Subject.PROFESSIONAL_ETHICS, 100),
                            new ExaminedSubject(Subject.PROFESSIONAL_ABILITY, 100),
                            new ExaminedSubject(Subject.POST_SKILL, 100));
        }
        assertThat(catalogue.subjects(cycle, Level.ONE))
                .extracting(ExaminedSubject::subject)
                .containsExactly(Subject.PROFESSIONAL_ETHICS, Subject.PROFESSIONAL_BASICS);
    }

    @Test
    void an_occupation_that_is_not_in_the_catalogue_is_refused() {
        assertThatThrownBy(() -> catalogue.get(cycle, "S9999")).isInstanceOf(Refusal.class);
        assertThat(catalogue.find(cycle, "S9999")).isEmpty();
    }
}
