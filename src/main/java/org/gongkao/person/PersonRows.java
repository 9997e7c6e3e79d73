package org.gongkao.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of persons. The number and the phone come out only for {@link Texting} and the audited reveal.
 */
@Repository
class PersonRows {

    static final String NUMBER = "person.person.number";
    static final String PHONE = "person.person.phone";
    static final String FORMER_PHONE = "person.former_phone.phone";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Audit audit;

    PersonRows(JdbcClient jdbc, Seal seal, Audit audit) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.audit = audit;
    }

    /** Enters a person, or refuses when the number is known or the phone is another's. */
    @Transactional
    long add(String name, NationalId number, @Nullable Phone phone, Actor by) {
        if (find(number).isPresent()) {
            throw new Refusal(PersonRefusal.NUMBER_TAKEN);
        }
        refuseIfTaken(phone);
        // The id first: the seal is bound to it.
        long id = jdbc.sql("select nextval('person.person_id_seq')")
                .query(Long.class)
                .single();
        try {
            jdbc.sql("""
                    insert into person.person (id, name, number_sealed, number_index, masked_number,
                                               phone_sealed, phone_index, masked_phone)
                    overriding system value
                    values (:id, :name, :number, :numberIndex, :maskedNumber, :phone, :phoneIndex, :maskedPhone)
                    """)
                    .param("id", id)
                    .param("name", name)
                    .param("number", seal.seal(new Place(NUMBER, id), number.whole()))
                    .param("numberIndex", seal.index(NUMBER, number.whole()))
                    .param("maskedNumber", number.masked())
                    .param("phone", phone == null ? null : seal.seal(new Place(PHONE, id), phone.whole()))
                    .param("phoneIndex", phone == null ? null : seal.index(PHONE, phone.whole()))
                    .param("maskedPhone", phone == null ? null : phone.masked())
                    .update();
        } catch (DuplicateKeyException raced) {
            throw taken(raced);
        }
        audit.record(by, "登记人员", "person:" + id, "");
        return id;
    }

    Optional<Long> find(NationalId number) {
        return jdbc.sql("select id from person.person where number_index in (:any)")
                .param("any", seal.indexes(NUMBER, number.whole()))
                .query(Long.class)
                .optional();
    }

    Optional<Long> findByPhone(Phone phone) {
        return jdbc.sql("select id from person.person where phone_index in (:any)")
                .param("any", seal.indexes(PHONE, phone.whole()))
                .query(Long.class)
                .optional();
    }

    String name(long id) {
        return jdbc.sql("select name from person.person where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(PersonRefusal.UNKNOWN));
    }

    PersonCard card(long id) {
        return cards(List.of(id)).stream().findFirst().orElseThrow(() -> new Refusal(PersonRefusal.UNKNOWN));
    }

    /** The cards of those that are known, in no particular order. */
    List<PersonCard> cards(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name, number_sealed, masked_number, masked_phone
                          from person.person where id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, at) -> {
                    long id = row.getLong("id");
                    var number = NationalId.of(seal.open(new Place(NUMBER, id), row.getBytes("number_sealed")));
                    return new PersonCard(
                            id,
                            row.getString("name"),
                            row.getString("masked_number"),
                            row.getString("masked_phone"),
                            number.birth(),
                            number.sex());
                })
                .list();
    }

    /** The whole ID number, to somebody whose task needs it: the caller has checked the right, the audit keeps the reason. */
    @Transactional
    String reveal(long id, String reason, Actor by) {
        int length = reason.strip().length();
        if (length < 4 || length > 100) {
            throw new Refusal(PersonRefusal.REASON_MISSING);
        }
        var number = opened(id, "number_sealed", NUMBER);
        audit.seen(by, "查看完整身份证号码", "person:" + id, reason.strip());
        return number;
    }

    /** Gives a person another phone; the old one is kept sealed, so that it can be told. Answers its id, if there was one. */
    @Transactional
    Optional<Long> changePhone(long id, Phone phone, Actor by, Instant at) {
        var owner = findByPhone(phone);
        if (owner.isPresent() && owner.get() == id) {
            return Optional.empty();
        }
        refuseIfTaken(phone);
        var former = keepFormerPhone(id, at);
        try {
            jdbc.sql("""
                    update person.person
                       set phone_sealed = :phone, phone_index = :index, masked_phone = :masked, version = version + 1
                     where id = :id
                    """)
                    .param("id", id)
                    .param("phone", seal.seal(new Place(PHONE, id), phone.whole()))
                    .param("index", seal.index(PHONE, phone.whole()))
                    .param("masked", phone.masked())
                    .update();
        } catch (DuplicateKeyException raced) {
            throw taken(raced);
        }
        audit.record(by, "更换手机号", "person:" + id, "");
        return former;
    }

    /** Puts a wrongly recorded number right; birth and sex follow from it. What it was is no number of anybody, and not kept. */
    @Transactional
    void changeNumber(long id, NationalId number, Actor by) {
        if (find(number).isPresent()) {
            throw new Refusal(PersonRefusal.NUMBER_HELD);
        }
        try {
            jdbc.sql("""
                    update person.person
                       set number_sealed = :number, number_index = :index, masked_number = :masked, version = version + 1
                     where id = :id
                    """)
                    .param("id", id)
                    .param("number", seal.seal(new Place(NUMBER, id), number.whole()))
                    .param("index", seal.index(NUMBER, number.whole()))
                    .param("masked", number.masked())
                    .update();
        } catch (DuplicateKeyException raced) {
            throw new Refusal(PersonRefusal.NUMBER_HELD);
        }
        audit.record(by, "更正证件号码", "person:" + id, "");
    }

    /** Changes the name, and keeps what it was. */
    @Transactional
    void changeName(long id, String name, Actor by, Instant at) {
        jdbc.sql("""
                insert into person.former_name (person_id, name, replaced_at)
                select id, name, :at from person.person where id = :id
                """).param("id", id).param("at", java.sql.Timestamp.from(at)).update();
        jdbc.sql("update person.person set name = :name, version = version + 1 where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
        audit.record(by, "更改姓名", "person:" + id, "");
    }

    /** The phone itself, for {@link Texting} and no one else. */
    Optional<String> phoneOf(long id) {
        return jdbc.sql("select phone_sealed from person.person where id = :id and phone_sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(box -> seal.open(new Place(PHONE, id), box));
    }

    Optional<String> formerPhone(long formerPhoneId) {
        return jdbc.sql("select phone_sealed from person.former_phone where id = :id")
                .param("id", formerPhoneId)
                .query(byte[].class)
                .optional()
                .map(box -> seal.open(new Place(FORMER_PHONE, formerPhoneId), box));
    }

    private Optional<Long> keepFormerPhone(long id, Instant at) {
        return phoneOf(id).map(whole -> {
            long former = jdbc.sql("select nextval('person.former_phone_id_seq')")
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                    insert into person.former_phone (id, person_id, phone_sealed, replaced_at)
                    overriding system value values (:id, :person, :phone, :at)
                    """)
                    .param("id", former)
                    .param("person", id)
                    .param("phone", seal.seal(new Place(FORMER_PHONE, former), whole))
                    .param("at", java.sql.Timestamp.from(at))
                    .update();
            return former;
        });
    }

    private String opened(long id, String column, String place) {
        return jdbc.sql("select " + column + " from person.person where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(box -> seal.open(new Place(place, id), box))
                .orElseThrow(() -> new Refusal(PersonRefusal.UNKNOWN));
    }

    private void refuseIfTaken(@Nullable Phone phone) {
        if (phone != null && findByPhone(phone).isPresent()) {
            throw new Refusal(PersonRefusal.PHONE_TAKEN);
        }
    }

    /** Two people at the same moment: the database let one of them in. */
    private static Refusal taken(DuplicateKeyException raced) {
        var phone = String.valueOf(raced.getMessage()).contains("person_phone");
        return new Refusal(phone ? PersonRefusal.PHONE_TAKEN : PersonRefusal.NUMBER_TAKEN);
    }
}
