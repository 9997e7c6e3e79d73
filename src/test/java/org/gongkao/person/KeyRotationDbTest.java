package org.gongkao.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.audit.Audit;
import org.gongkao.job.JobRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of keys reaches every row, can be broken off and begun again. */
class KeyRotationDbTest extends DatabaseTest {

    private static final String OLD = "old:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String TEST_SEAL = "test:Z29uZ2thby10ZXN0LWVuY3J5cHRpb24ta2V5LTAwMDE=";
    private static final String TEST_INDEX = "test:Z29uZ2thby10ZXN0LWxvb2t1cC1pbmRleC1rZXkwMDE=";

    @Autowired
    private Persons persons;

    @Autowired
    private Audit audit;

    @Test
    void rows_under_an_earlier_key_are_found_resealed_and_still_known() {
        var after = new Seal(new Keys(new KeySettings(OLD + "," + TEST_SEAL, OLD + "," + TEST_INDEX)));
        var column = new PersonNumbers(jdbc, after);
        var rotation = new KeyRotation(List.of(column));
        var stale = column.stale();
        assertThat(stale).as("the workers and the offices' people").hasSize(15);
        var row = new JobRow(1, List.of(column.name(), String.valueOf(stale.getFirst())));
        rotation.run(row, cast.actor(Cast.ADMINISTRATOR), clock.instant());
        rotation.run(row, cast.actor(Cast.ADMINISTRATOR), clock.instant());
        assertThat(column.stale()).hasSize(14);
        var both = new PersonRows(jdbc, after, audit);
        for (long person : stale) {
            assertThat(both.card(person).name()).isNotEmpty();
            both.phoneOf(person)
                    .ifPresent(phone ->
                            assertThat(both.findByPhone(Phone.of(phone))).contains(person));
        }
        assertThat(persons.find(NationalId.complete("41031119780421204"))).isPresent();
        assertThat(both.find(NationalId.complete("41030519760923003")))
                .as("王海, who acts for an office")
                .contains(cast.actor(Cast.COUNTY).personId());
    }
}
