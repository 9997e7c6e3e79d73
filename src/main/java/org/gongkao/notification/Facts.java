package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a message needs to know of an act and its file, from the published views. */
@Repository
class Facts {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Organisation organisation;

    Facts(JdbcClient jdbc, Cycles cycles, Organisation organisation) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.organisation = organisation;
    }

    /**
     * An act on a file, with the file as it stands now and the agency whose dates hold for it. {@code holder} is the office that
     * had it after this act: told late, another may have it by now, and the next act says from whom.
     */
    record Moved(
            String act,
            String fromState,
            String toState,
            @Nullable String office,
            Instant at,
            String number,
            long personId,
            long packageId,
            String unitCode,
            @Nullable String departmentCode,
            @Nullable String holder,
            boolean corrected,
            @Nullable Instant reviewUntil,
            @Nullable Instant correctionUntil,
            @Nullable Instant paymentUntil,
            @Nullable Instant objectionUntil,
            @Nullable Instant registrationUntil,
            String agencyCode,
            @Nullable String fromHolder,
            boolean paidBefore) {

        String unit() {
            return Office.unit(unitCode).toString();
        }
    }

    Moved moved(long actId) {
        return jdbc.sql("""
                select c.act, c.from_state, c.to_state, c.office, c.at, a.number, a.person_id, a.package_id, a.unit_code,
                       a.department_code, case when later.id is null then a.holder else later.from_holder end as holder, a.corrected, a.review_until, a.correction_until, a.payment_until,
                       a.objection_until, a.registration_until, coalesce(substr(a.authority, 8), u.agency_code) as agency_code,
                       c.from_holder, exists (select 1 from application.v_act paid
                                                join payment.v_charge g on g.purpose_key = a.number and g.settled_at <= c.at
                                               where paid.application_id = c.application_id and paid.act = 'PAY'
                                                 and paid.id < c.id) as paid_before
                  from application.v_act c
                  join application.v_application a on a.id = c.application_id
                  join organisation.v_unit u on u.code = a.unit_code
                  left join lateral (select n.id, n.from_holder from application.v_act n
                                      where n.application_id = c.application_id and n.id > c.id
                                      order by n.id limit 1) later on true
                 where c.id = :act
                """).param("act", actId).query(Moved.class).single();
    }

    /** A charge that a unit has paid for one of its people. */
    record PaidByUnit(long personId, String number) {}

    /** Empty where nobody else paid it. */
    Optional<PaidByUnit> paidByUnit(long chargeId) {
        return jdbc.sql("select person_id, purpose_key as number from payment.v_paid_by_unit where charge_id = :charge")
                .param("charge", chargeId)
                .query(PaidByUnit.class)
                .optional();
    }

    /** Whether this waits for payment as far as its matter goes; a file that is looked at again does not. */
    boolean isDue(String purposeKey) {
        return jdbc.sql("""
                        select not exists (select 1 from application.v_application where number = :key and state <> 'PAYMENT_DUE')
                        """).param("key", purposeKey).query(Boolean.class).single();
    }

    /** The unit of a paid file; empty for what is no file, or has ended. */
    Optional<String> unitOfPaid(String number) {
        return jdbc.sql("select unit_code from application.v_application where number = :number and state = 'PAID'")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** An act on a case of misconduct, with the case as it stands now. */
    record Sanctioned(
            String act,
            Instant at,
            String number,
            long personId,
            String agencyCode,
            @Nullable String superiorCode,
            @Nullable Instant answerUntil,
            @Nullable Instant barredUntil) {}

    Sanctioned sanctioned(long actId) {
        return jdbc.sql("""
                select a.act, a.at, s.number, s.person_id, s.agency_code, s.superior_code, s.answer_until, s.barred_until
                  from sanction.v_act a join sanction.v_sanction s on s.id = a.sanction_id
                 where a.id = :act
                """).param("act", actId).query(Sanctioned.class).single();
    }

    /** What a file promised to bring later. */
    record Promised(String number, long personId, String unitCode, String authority, Instant dueAt) {}

    Promised promised(long deferralId) {
        return jdbc.sql(
                        "select number, person_id, unit_code, authority, due_at from application.v_promise where id = :id")
                .param("id", deferralId)
                .query(Promised.class)
                .single();
    }

    /** The first date on which something that the file promised is due; empty when all of it is there. */
    Optional<Instant> promisedUntil(String number) {
        return jdbc.sql("""
                select due_at from application.v_promise where number = :number and state = 'OPEN' order by due_at limit 1
                """)
                .param("number", number)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** An appointment for the check of originals as it stands now; {@code act} is what was done to it. */
    record Visited(
            String act,
            Instant at,
            String number,
            long personId,
            String unitCode,
            String agency,
            Instant startsAt,
            @Nullable String receipt,
            @Nullable Instant dueAt) {}

    Visited visited(long actId) {
        return jdbc.sql("""
                select c.act, c.at, v.number, v.person_id, v.unit_code, v.agency, v.starts_at, v.receipt, v.due_at
                  from application.v_visit_act c join application.v_visit v on v.id = c.visit_id
                 where c.id = :act
                """).param("act", actId).query(Visited.class).single();
    }

    /** An act on an agency's report. */
    record Reported(String act, int version, Instant at, String agencyCode, String superiorCode) {}

    Reported reported(long actId) {
        return jdbc.sql("""
                select a.act, a.version, a.at, c.agency_code, c.superior_code
                  from application.v_closing_act a join application.v_closing c on c.id = a.closing_id
                 where a.id = :act
                """).param("act", actId).query(Reported.class).single();
    }

    /** An act on a file on paper. */
    record Papered(String act, String office, @Nullable String receipt, Instant at, String number, long personId) {}

    Papered papered(long actId) {
        return jdbc.sql(
                        "select act, office, receipt, at, number, person_id from application.v_paper_act where id = :act")
                .param("act", actId)
                .query(Papered.class)
                .single();
    }

    /** What a unit filled in for its worker. */
    record Assisted(String office, String number, long personId) {}

    Assisted assisted(long assistanceId) {
        return jdbc.sql("select office, number, person_id from application.v_assistance where id = :id")
                .param("id", assistanceId)
                .query(Assisted.class)
                .single();
    }

    /** A record that a worker has the textbook; {@code act} is what it says. */
    record Given(String act, String number, long personId, Instant at) {}

    Given given(long givingId) {
        return jdbc.sql("select act, application_number as number, person_id, at from textbook.v_giving where id = :id")
                .param("id", givingId)
                .query(Given.class)
                .single();
    }

    /** An act on a refund; who paid is a person, or a unit, or nobody we know. */
    record Refunded(
            String act,
            Instant at,
            String number,
            @Nullable String chargeNumber,
            @Nullable Long personId,
            @Nullable String unitCode,
            String channel,
            long amountFen) {}

    Refunded refunded(long actId) {
        return jdbc.sql("""
                select a.act, a.happened_at as at, r.number, r.charge_number, r.person_id, r.unit_code, r.channel, r.amount_fen
                  from payment.v_refund_act a join payment.v_refund r on r.id = a.refund_id
                 where a.id = :act
                """).param("act", actId).query(Refunded.class).single();
    }

    String officeName(@Nullable String office) {
        return office == null ? "审核机构" : organisation.officeName(Office.parse(office));
    }

    /** The end of a window as people write it; the file's own date counts when it is later. */
    String until(Moved moved, Window window, @Nullable Instant own) {
        var end = cycle(moved).window(window).to();
        return Shanghai.deadline(own != null && own.isAfter(end) ? own : end);
    }

    private Cycle cycle(Moved moved) {
        return cycles.of(moved.packageId(), moved.agencyCode(), moved.at());
    }

    /** Until when the office before which the file now lies should decide. */
    String reviewUntil(Moved moved) {
        boolean first = moved.holder() != null && !moved.holder().startsWith("agency:") && !moved.corrected();
        return until(moved, first ? Window.UNIT_REVIEW : Window.REVIEW, moved.reviewUntil());
    }
}
