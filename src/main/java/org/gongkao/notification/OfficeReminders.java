package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Promise;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.notification.Due.Ahead;
import org.gongkao.notification.Due.Group;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What offices owe by a date: a review by the year's bell or by a file's own date, an objection within its days, the fee that
 * a unit has undertaken to pay. An office has one message for one date, with the number of all that is open then, whatever
 * packages the files began with.
 */
@Component
class OfficeReminders {

    /** What was raised longer ago is long due. */
    private static final Duration LONGEST_OBJECTION = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Due due;
    private final Cycles cycles;
    private final Messages messages;

    OfficeReminders(JdbcClient jdbc, Due due, Cycles cycles, Messages messages) {
        this.jdbc = jdbc;
        this.due = due;
        this.cycles = cycles;
        this.messages = messages;
    }

    /** One message: what is owed, by whom and by when. */
    private record Owed(Template template, String office, Instant deadline) {

        static Owed tier(String office, Instant deadline) {
            return new Owed(Template.TIER_DUE, office, deadline);
        }
    }

    /** Files with the same date before the same office, of one group. */
    private record Dated(String office, boolean first, Instant at, long packageId, String agencyCode, int files) {}

    private record Counted(String office, int files) {}

    /** In the transaction of the rounds that it begins. */
    int tell(List<Group> groups, Instant now) {
        var owed = new LinkedHashMap<Owed, Integer>();
        for (var group : groups) {
            var cycle = cycles.of(group.packageId(), group.agencyCode(), now);
            var first = cycle.window(Window.UNIT_REVIEW).to();
            if (begins("OFFICES", group, first, now)) {
                tiers(group, true, first)
                        .forEach(one -> add(owed, new Owed(Template.REVIEW_DUE, one.office(), first), one.files()));
            }
            var review = cycle.window(Window.REVIEW).to();
            if (begins("TIERS", group, review, now)) {
                tiers(group, false, review).forEach(one -> add(owed, Owed.tier(one.office(), review), one.files()));
            }
            var payment = cycle.window(Window.PAYMENT).to();
            if (begins("TOGETHER", group, payment, now)) {
                together(group, payment)
                        .forEach(one -> add(owed, new Owed(Template.TOGETHER_DUE, one.office(), payment), one.files()));
            }
        }
        ownReviews(owed, now);
        ownPayments(owed, now);
        objections(owed, now);
        int told = 0;
        for (var one : owed.entrySet()) {
            told += give(one.getKey(), one.getValue(), now);
        }
        return told;
    }

    private static void add(Map<Owed, Integer> owed, Owed one, int files) {
        owed.merge(one, files, Integer::sum);
    }

    private boolean begins(String what, Group group, Instant deadline, Instant now) {
        return Ahead.of(deadline, now)
                .filter(ahead -> due.begin(Reminding.name(what, group, deadline, ahead), now))
                .isPresent();
    }

    /** Before units and departments for the first time, or anything else that is reviewed: those without a later date of their own. */
    private List<Counted> tiers(Group group, boolean first, Instant deadline) {
        return counted(
                "a.holder",
                "a.state = 'IN_REVIEW' and (not a.corrected and a.holder not like 'agency:%') = " + first
                        + " and coalesce(a.review_until, :deadline) <= :deadline",
                group,
                deadline);
    }

    private List<Counted> together(Group group, Instant deadline) {
        return counted(
                "'unit:' || a.unit_code",
                "a.state = 'PAYMENT_DUE' and coalesce(a.payment_until, :deadline) <= :deadline and "
                        + Charges.owedByUnit("a.number"),
                group,
                deadline);
    }

    private List<Counted> counted(String office, String where, Group group, Instant deadline) {
        return jdbc.sql("select " + office + " as office, count(*)::int as files"
                        + " from application.v_application a join organisation.v_unit u on u.code = a.unit_code"
                        + " where " + where + " and a.package_id = :package and " + Due.AGENCY
                        + " = :agency group by 1 order by 1")
                .param("package", group.packageId())
                .param("agency", group.agencyCode())
                .param("deadline", Timestamp.from(deadline))
                .query(Counted.class)
                .list();
    }

    private void ownReviews(Map<Owed, Integer> owed, Instant now) {
        var until = now.plus(Ahead.THREE_DAYS.from);
        for (var one : dated("a.holder", "a.review_until", "a.state = 'IN_REVIEW'", now, until)) {
            var years = one.first() ? Window.UNIT_REVIEW : Window.REVIEW;
            if (isLater(one, years, now)) {
                add(owed, Owed.tier(one.office(), one.at()), one.files());
            }
        }
    }

    private void ownPayments(Map<Owed, Integer> owed, Instant now) {
        var where = "a.state = 'PAYMENT_DUE' and " + Charges.owedByUnit("a.number");
        var until = now.plus(Ahead.THREE_DAYS.from);
        for (var one : dated("'unit:' || a.unit_code", "a.payment_until", where, now, until)) {
            if (isLater(one, Window.PAYMENT, now)) {
                add(owed, new Owed(Template.TOGETHER_DUE, one.office(), one.at()), one.files());
            }
        }
    }

    private void objections(Map<Owed, Integer> owed, Instant now) {
        for (var one : dated("a.holder", "a.held_since", "a.state = 'OBJECTED'", now.minus(LONGEST_OBJECTION), now)) {
            var deadline = Promise.objectionDue(cycles.of(one.packageId(), one.agencyCode(), now), one.at());
            add(owed, new Owed(Template.OBJECTION_DUE, one.office(), deadline), one.files());
        }
    }

    /** A date of its own only lengthens: with an earlier one a file is counted by the year's. */
    private boolean isLater(Dated one, Window window, Instant now) {
        return one.at()
                .isAfter(cycles.of(one.packageId(), one.agencyCode(), now)
                        .window(window)
                        .to());
    }

    /** By an index of these dates alone; there are few. */
    private List<Dated> dated(String office, String date, String where, Instant after, Instant until) {
        return jdbc.sql("select " + office
                        + " as office, coalesce(not a.corrected and a.holder not like 'agency:%', false) as first, "
                        + date + " as at, a.package_id, " + Due.AGENCY + " as agency_code, count(*)::int as files"
                        + " from application.v_application a join organisation.v_unit u on u.code = a.unit_code"
                        + " where " + where + " and " + date + " > :after and " + date + " <= :until"
                        + " group by 1, 2, 3, 4, 5 order by 1, 3")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .query(Dated.class)
                .list();
    }

    private int give(Owed one, int files, Instant now) {
        var ahead = Ahead.of(one.deadline(), now);
        ahead.ifPresent(left -> messages.give(new Told(
                occasion(one, left),
                one.office(),
                one.template(),
                Map.of(
                        "count", Integer.toString(files),
                        "until", Shanghai.deadline(one.deadline()),
                        "left", left.left),
                one.template() == Template.TOGETHER_DUE ? "/collective-payments" : "/reviews",
                now)));
        return ahead.isPresent() ? 1 : 0;
    }

    private static String occasion(Owed one, Ahead ahead) {
        var what = switch (one.template()) {
            case OBJECTION_DUE -> "objection";
            case TOGETHER_DUE -> "together";
            default -> "review";
        };
        return "due:" + what + ":" + one.deadline().getEpochSecond() + ":" + ahead;
    }
}
