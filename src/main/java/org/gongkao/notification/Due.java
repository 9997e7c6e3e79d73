package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkao.cycle.Window;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who still owes something before a deadline, and the reminders they are given. */
@Repository
class Due {

    /** A deadline that somebody may owe something before: by which agency's dates, and in which state of a file. */
    enum Debt {
        DRAFT(Window.REGISTRATION, Template.DRAFT_DUE, "a.registration_until", "true"),
        RETURNED(Window.CORRECTION, Template.CORRECTION_DUE, "a.correction_until", "true"),
        PAYMENT_DUE(Window.PAYMENT, Template.PAYMENT_DUE, "a.payment_until", "not " + Charges.notAsked("a.number"));

        final Window window;
        final Template template;
        private final String ownDate;
        private final String theirs;

        /** {@code theirs}: that it is theirs to do now. */
        Debt(Window window, Template template, String ownDate, String theirs) {
            this.window = window;
            this.template = template;
            this.ownDate = ownDate;
            this.theirs = theirs;
        }
    }

    /** How long before. {@code until} is where the next reminder takes over. */
    enum Ahead {
        THREE_DAYS("3天内", Duration.ofDays(3), Duration.ofDays(1)),
        ONE_DAY("1天内", Duration.ofDays(1), Duration.ZERO);

        final String left;
        final Duration from;
        private final Duration until;

        Ahead(String left, Duration from, Duration until) {
            this.left = left;
            this.from = from;
            this.until = until;
        }

        /** The one that is to be given now; none too early, and none any more at the deadline itself. */
        static Optional<Ahead> of(Instant deadline, Instant now) {
            return Arrays.stream(values())
                    .filter(ahead -> ahead.covers(now, deadline))
                    .findFirst();
        }

        boolean covers(Instant now, Instant deadline) {
            return !now.isBefore(deadline.minus(from)) && now.isBefore(deadline.minus(until));
        }
    }

    /** Files of one package under one agency: they share the year's deadlines. */
    record Group(long packageId, String agencyCode) {}

    /** A file with a date of its own, and whose year's date it may be later than. */
    record Late(String number, long personId, Instant deadline, long packageId, String agencyCode) {}

    /** A file of which something promised is missing, and the unit that stands in for it. */
    record Promised(String number, long personId, String unitCode, Instant deadline) {}

    static final String AGENCY =
            "case when a.state = 'DRAFT' then u.agency_code else coalesce(substr(a.authority, 8), u.agency_code) end";

    private final JdbcClient jdbc;

    Due(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Group> groups() {
        return jdbc.sql("""
                select distinct a.package_id, %s as agency_code
                  from application.v_application a join organisation.v_unit u on u.code = a.unit_code
                 where a.state in ('DRAFT', 'RETURNED', 'PAYMENT_DUE', 'IN_REVIEW')
                """.formatted(AGENCY)).query(Group.class).list();
    }

    /** True for the first who asks, for ever: the round is theirs. In the transaction of its messages. */
    boolean begin(String round, Instant now) {
        return jdbc.sql(
                                "insert into notification.reminder_round (round, done_at) values (:round, :now) on conflict do nothing")
                        .param("round", round)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** All of the group in this state whose deadline is the year's. */
    int remind(Debt debt, Group group, Ahead ahead, Instant deadline, Instant now) {
        var values = java.util.Map.of("number", "@", "until", Shanghai.deadline(deadline), "left", ahead.left);
        return jdbc.sql("""
                insert into notification.message (occasion, recipient, template, heading, sentence, link, at, text)
                select 'due:' || a.number || :round, 'person:' || a.person_id, :template, :heading,
                       replace(:sentence, '@', a.number), '/application', :now, 'DUE'
                  from application.v_application a join organisation.v_unit u on u.code = a.unit_code
                 where a.state = :state and a.package_id = :package and %s = :agency
                   and coalesce(%s, :deadline) <= :deadline and %s
                on conflict (recipient, occasion) do nothing
                """.formatted(AGENCY, debt.ownDate, debt.theirs))
                .param("round", suffix(debt, deadline, ahead))
                .param("template", debt.template.name())
                .param("heading", debt.template.heading(values))
                .param("sentence", debt.template.sentence(values))
                .param("now", Timestamp.from(now))
                .param("state", debt.name())
                .param("package", group.packageId())
                .param("agency", group.agencyCode())
                .param("deadline", Timestamp.from(deadline))
                .update();
    }

    /** Files whose own date comes up; there are few of these. */
    List<Late> withOwnDates(Debt debt, Instant now) {
        return jdbc.sql("""
                select a.number, a.person_id, %1$s as deadline, a.package_id, %3$s as agency_code
                  from application.v_application a join organisation.v_unit u on u.code = a.unit_code
                 where a.state = '%4$s' and %1$s > :now and %1$s <= :horizon and %2$s
                """.formatted(debt.ownDate, debt.theirs, AGENCY, debt))
                .param("now", Timestamp.from(now))
                .param("horizon", Timestamp.from(now.plus(Ahead.THREE_DAYS.from)))
                .query(Late.class)
                .list();
    }

    /** Approved files of which something promised is not there yet. */
    List<Promised> promises(Instant now) {
        return jdbc.sql("""
                select number, person_id, unit_code, min(due_at) as deadline
                  from application.v_promise
                 where state = 'OPEN' and application_state in ('PAYMENT_DUE', 'PAID')
                   and due_at > :now and due_at <= :horizon
                 group by number, person_id, unit_code
                """)
                .param("now", Timestamp.from(now))
                .param("horizon", Timestamp.from(now.plus(Ahead.THREE_DAYS.from)))
                .query(Promised.class)
                .list();
    }

    /** The agencies that have reported on their review of a year; a report sent back is owed again. */
    Set<String> reported(int year) {
        return jdbc.sql(
                        "select agency_code from application.v_closing where year = :year and state in ('CLOSED', 'ACCEPTED')")
                .param("year", year)
                .query(String.class)
                .set();
    }

    static String occasion(Debt debt, Late late, Ahead ahead) {
        return "due:" + late.number() + suffix(debt, late.deadline(), ahead);
    }

    private static String suffix(Debt debt, Instant deadline, Ahead ahead) {
        return ":" + debt + ":" + deadline.getEpochSecond() + ":" + ahead;
    }
}
