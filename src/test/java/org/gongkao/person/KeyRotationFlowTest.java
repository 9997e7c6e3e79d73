package org.gongkao.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A change of keys as an administrator makes it: new keys in the settings, the job from the page, the old keys taken out. Which
 * columns there are, the database itself is asked: one that nobody thought of fails here.
 */
class KeyRotationFlowTest extends DatabaseTest {

    private static final String TEST_SEAL = "test:Z29uZ2thby10ZXN0LWVuY3J5cHRpb24ta2V5LTAwMDE=";
    private static final String TEST_INDEX = "test:Z29uZ2thby10ZXN0LWxvb2t1cC1pbmRleC1rZXkwMDE=";
    private static final String NEW = "new:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final NationalId NUMBER = NationalId.complete("41030519750618113");
    private static final Phone FORMER = Phone.of("13700007777");
    private static final Phone ASKED_FOR = Phone.of("13700008888");
    private static final Place TOTP = new Place("account.account.totp", 0);
    private static final Place CORRECTION = new Place("account.correction.phone", 0);

    /** Neither sealed nor kept: codes and counts live for minutes to a day, and the rest is no person's. */
    private static final Set<String> OTHER = Set.of(
            "account.attempt.scope",
            "account.code.source_index",
            "account.code.asker_index",
            "account.code.code_index",
            "account.code.phone_index",
            "audit.seal.hash",
            "demo.receipt.pdf",
            "public.scheduled_tasks.task_data",
            "public.spring_session_attributes.attribute_bytes");

    @Autowired
    private Keys keys;

    @Autowired
    private Seal seal;

    @Autowired
    private Persons persons;

    @Autowired
    private PersonRows personRows;

    @Autowired
    private JobSteps steps;

    private long person;
    private long account;
    private long correction;
    private long former;

    @BeforeEach
    void eachColumnHoldsSomething() {
        person = persons.find(NUMBER).orElseThrow();
        var worker = cast.actor(Cast.WORKER);
        account = worker.account();
        persons.changePhone(person, FORMER, worker, clock.instant());
        former = persons.changePhone(person, Phone.of("13700009999"), worker, clock.instant())
                .orElseThrow();
        jdbc.sql("update account.account set totp_sealed = :box where id = :id")
                .param("box", seal.seal(at(TOTP, account), "a secret"))
                .param("id", account)
                .update();
        correction = jdbc.sql("""
                        insert into account.correction (kind, person_id, unit_code, phone_sealed, masked_phone, reason, state,
                                                        requested_by, requested_at)
                        values ('PHONE', :person, :unit, '\\x00', :masked, '原手机号已停用', 'REQUESTED', :by, now()) returning id
                        """)
                .param("person", person)
                .param("unit", CastSeeds.COUNTY_UNIT)
                .param("masked", ASKED_FOR.masked())
                .param("by", cast.actor(Cast.UNIT).account())
                .query(Long.class)
                .single();
        jdbc.sql("update account.correction set phone_sealed = :box where id = :id")
                .param("box", seal.seal(at(CORRECTION, correction), ASKED_FOR))
                .param("id", correction)
                .update();
    }

    @AfterEach
    void theKeysOfTheOtherTestsAreBack() {
        use(TEST_SEAL, TEST_INDEX);
    }

    @Test
    void after_the_job_nothing_is_under_the_old_key_and_all_is_read_without_it() {
        var columns = columns();
        for (var column : columns) {
            assertThat(filled(column)).as("this test fills " + column).isPositive();
        }
        use(NEW + "," + TEST_SEAL, NEW + "," + TEST_INDEX);
        assertThat(mvc.get()
                        .uri("/administration/keys")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .contains("条还用以前的密钥", "身份证号码和手机号", "动态口令密钥", "更正申请里的手机号", "曾用手机号");
        assertThat(mvc.post()
                        .uri("/administration/keys")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        steps.runAll();
        for (var column : columns) {
            assertThat(underOldKey(column)).as(column).isZero();
        }
        use(NEW, NEW);
        assertThat(persons.find(NUMBER)).contains(person);
        assertThat(persons.findByPhone(Phone.of("13700009999"))).contains(person);
        assertThat(persons.reveal(person, "更换密钥后核对", cast.actor(Cast.ADMINISTRATOR)))
                .isEqualTo(NUMBER.whole());
        assertThat(persons.isPhoneOf(person, Phone.of("13700009999"))).isTrue();
        assertThat(personRows.formerPhone(former)).contains(FORMER.whole());
        assertThat(seal.open(at(TOTP, account), box("account.account", "totp_sealed", account)))
                .isEqualTo("a secret");
        assertThat(seal.openPhone(at(CORRECTION, correction), box("account.correction", "phone_sealed", correction)))
                .isEqualTo(ASKED_FOR);
        assertThat(mvc.get()
                        .uri("/administration/keys")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .doesNotContain("条还用以前的密钥");
    }

    @Test
    void every_column_of_bytes_is_sealed_and_rotated_or_named_as_another_thing() {
        assertThat(bytes().stream().filter(column -> !OTHER.contains(column)))
                .allMatch(column -> column.endsWith("_sealed") || column.endsWith("_index"));
    }

    private void use(String encryption, String index) {
        var fresh = new Keys(new KeySettings(encryption, index));
        ReflectionTestUtils.setField(keys, "encryption", fresh.encryption());
        ReflectionTestUtils.setField(keys, "index", fresh.index());
    }

    private static Place at(Place column, long row) {
        return new Place(column.column(), row);
    }

    /** Every column that a change of keys has to reach. */
    private List<String> columns() {
        return bytes().stream().filter(column -> !OTHER.contains(column)).toList();
    }

    private Set<String> bytes() {
        return new TreeSet<>(jdbc.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.data_type = 'bytea' and t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list());
    }

    private int filled(String column) {
        return count(column, "is not null");
    }

    /** The key's name stands in front of what is under it, after one byte of its kind and one of its length. */
    private int underOldKey(String column) {
        return count(
                column, "is not null and substring(" + name(column) + " from 3 for 4) = convert_to('test', 'UTF8')");
    }

    private int count(String column, String condition) {
        return jdbc.sql("select count(*) from " + table(column) + " where " + name(column) + " " + condition)
                .query(Integer.class)
                .single();
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    private static String name(String column) {
        return column.substring(column.lastIndexOf('.') + 1);
    }

    private byte[] box(String table, String column, long id) {
        return jdbc.sql("select " + column + " from " + table + " where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }
}
