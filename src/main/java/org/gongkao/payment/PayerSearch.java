package org.gongkao.payment;

import java.util.List;
import java.util.Map;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonSearch;
import org.gongkao.person.Phone;
import org.gongkao.person.Sought;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 查找缴费人。Whose money finance looks for in one of its lists: a person by the whole name or ID number, a file, a charge or an order by its
 * number, a unit by the whole name or its code, with what it owes, what it pays for its people, and what they paid alone. What is
 * found are charges;
 * each list then looks for its own rows by their indexes.
 */
@Repository
public class PayerSearch {

    /**
     * Of the charges {@code :payers}: the numbers of orders and refunds under which their money stands where no charge is named,
     * as {@link WhoPaid} reads them.
     */
    public static final String NUMBERS = """
            select s.order_number from payment.order_share s where s.charge_id = any (cast(:payers as bigint[]))
            union all
            select g.number from payment.refund g where g.charge_id = any (cast(:payers as bigint[]))
            union all
            select g.number from payment.order_share s join payment.refund g on g.order_number = s.order_number and g.charge_id is null
             where s.charge_id = any (cast(:payers as bigint[]))
            """;

    /** A unit's name is compared as its index sorts it. */
    static final String UNITS =
            "select code from organisation.v_unit where code = upper(:term) or name collate \"zh-Hans-x-icu\" = :term";

    /** What counts and what was replaced have an index each. */
    static final String CHARGES = """
            with unit as (select unnest(cast(:units as text[])) as code),
                 matter as (select unnest(cast(:matters as text[])) as key)
            select id from payment.charge where number = :term
            union
            select id from payment.charge where purpose_key = :term and replaced_at is null
            union
            select id from payment.charge where purpose_key = :term and replaced_at is not null
            union
            select charge_id from payment.order_share where order_number = :term
            union
            select id from payment.charge where person_id = :person
            union
            select c.id from person.v_person p join payment.charge c on c.person_id = p.id where p.name = :term
            union
            select c.id from unit u join payment.charge c on c.unit_code = u.code
            union
            select c.id from matter m join payment.charge c on c.purpose_key = m.key and c.replaced_at is null
            union
            select c.id from matter m join payment.charge c on c.purpose_key = m.key and c.replaced_at is not null
            union
            select s.charge_id
              from unit u
              join payment.collective k on k.unit_code = u.code
              join payment.channel_order o on o.payment_key = k.number
              join payment.order_share s on s.order_number = o.order_number
            """;

    static final String KNOWN = """
            select exists (select 1 from organisation.v_unit where code = upper(:term))
                or exists (select 1 from payment.charge where purpose_key = :term and replaced_at is null)
                or exists (select 1 from payment.charge where purpose_key = :term and replaced_at is not null)
                or exists (select 1 from payment.transfer_code where code = replace(:term, ' ', ''))
                or exists (select 1 from payment.receipt where transaction_no = :term)
                or exists (select 1 from payment.refund where transaction_no = :term)
                or exists (select 1 from payment.discrepancy where transaction_no = :term)
                or exists (select 1 from payment.difference where number = :term)
                or exists (select 1 from payment.difference where mark in ('IN:' || :term, 'OUT:' || :term))
                or exists (select 1 from payment.fiscal_receipt where receipt_no = :term)
                or exists (select 1 from payment.transfer_line where serial like :start)
            """;

    private final JdbcClient jdbc;
    private final PersonSearch people;
    private final ObjectProvider<UnitCharges> owed;

    PayerSearch(JdbcClient jdbc, PersonSearch people, ObjectProvider<UnitCharges> owed) {
        this.jdbc = jdbc;
        this.people = people;
        this.owed = owed;
    }

    /** The charges of who is looked for; none where nobody is found. */
    public List<Long> charges(String term, Actor reader) {
        check(reader);
        var units = jdbc.sql(UNITS).param("term", term).query(String.class).list();
        var matters = owed.stream()
                .flatMap(module -> units.stream().flatMap(unit -> module.ever(unit).stream()))
                .toArray(String[]::new);
        return jdbc.sql(CHARGES)
                .param("term", term)
                .param("units", units.toArray(String[]::new))
                .param("matters", matters)
                .param("person", person(term))
                .query(Long.class)
                .list();
    }

    /** A search as it came in the address: no longer than one may be, and nobody's number. */
    public static String term(String asked) {
        return NationalId.parse(asked).isPresent()
                        || Phone.parse(asked).isPresent()
                        || SearchTerm.tooLong(asked).isPresent()
                ? ""
                : asked.strip();
    }

    /** What was typed: words that may stand in a list's address, or a whole ID number and whose it is. */
    Sought sought(String typed, Actor reader) {
        check(reader);
        return people.byNumber(typed, this::isKnown);
    }

    /** A unit's code, or a number that somebody else gave to money: as long as an ID number, and no secret. */
    private boolean isKnown(String term) {
        return jdbc.sql(KNOWN)
                .param("term", term)
                .param("start", term.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .query(Boolean.class)
                .single();
    }

    /** What is looked for, in words: a mark by the name of who is known by it. */
    public String said(String term, Actor reader) {
        check(reader);
        var person = person(term);
        return person == null
                ? term
                : jdbc.sql("select name from person.v_person where id = :id")
                        .param("id", person)
                        .query(String.class)
                        .optional()
                        .map(name -> name + "（付款人标记 " + term + "）")
                        .orElse(term);
    }

    /** The field of a list at this address; {@code kept} are the filters that stay, {@code also} ends the sentence of what can be typed. */
    public SearchField field(String list, Map<String, String> kept, String term, String also, Actor reader) {
        return new SearchField(list, kept, term, said(term, reader), also);
    }

    private static @Nullable Long person(String term) {
        return term.matches(Payer.PERSON_MARK + "[0-9]{1,18}") && Payer.of(term) instanceof Payer.Person one
                ? one.person()
                : null;
    }

    private static void check(Actor reader) {
        if (!reader.is(Role.FINANCE, Role.AUDITOR)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }
}
