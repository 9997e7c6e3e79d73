package org.gongkao.application.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Routing;
import org.gongkao.application.SystemActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file that was handed in, or stands before its last tier, and what follows by the real acts: for tests of what comes after the review. */
@Component
@Profile("test")
public class GivenFile {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Routing routing;
    private final Applications applications;
    private final ItemFindings findings;
    private final Reviewing reviewing;
    private final SystemActs system;

    GivenFile(
            JdbcClient jdbc,
            Cycles cycles,
            Routing routing,
            Applications applications,
            ItemFindings findings,
            Reviewing reviewing,
            SystemActs system) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.routing = routing;
        this.applications = applications;
        this.findings = findings;
        this.reviewing = reviewing;
        this.system = system;
    }

    /** Level three, occupation S0201, before the officer's agency. */
    public String inReview(Actor worker, String unit, Actor officer, Instant now) {
        var cycle = cycles.current(now);
        var overseer = routing.overseer(officer.office());
        return jdbc.sql("""
                        insert into application.application (number, person_id, year, package_id, state, level, occupation,
                               unit_code, route, authority, overseer, tier, holder, held_since, submitted_at, content_hash,
                               created_at, changed_at)
                        values ('2023-9' || lpad(nextval('application.application_number')::text, 6, '0'), :person, :year,
                               :package, 'IN_REVIEW', 3, 'S0201', :unit, array[:office], :office, :overseer, 0, :office,
                               :now, :now, 'x', :now, :now)
                        returning number
                        """)
                .param("person", worker.person())
                .param("year", cycle.year())
                .param("package", cycle.packageId())
                .param("unit", unit)
                .param("office", officer.office().toString())
                .param("overseer", overseer == null ? null : overseer.toString())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
    }

    /** The same, and the unit stands on its way and has passed it on. */
    public String passedByUnit(Actor worker, String unit, Actor officer, Instant now) {
        var number = inReview(worker, unit, officer, now);
        jdbc.sql("update application.application set route = :unit || route, tier = 1 where number = :number")
                .param("unit", Office.unit(unit).toString())
                .param("number", number)
                .update();
        return number;
    }

    public void approve(String number, Actor officer, Instant now) {
        var file = applications.get(number, Actor.SYSTEM);
        reviewing.approve(number, file.version(), allMet(file), new UnitsWord("王海", true), officer, now);
    }

    /** As the office has found so far, and the rest as the personnel file has it. */
    public void approveFound(String number, Actor officer, Instant now) {
        var file = applications.get(number, Actor.SYSTEM);
        var standing = findings.of(file);
        var open = standing.items().stream()
                .filter(item -> standing.of(officer.office(), item).isEmpty())
                .map(item -> new Found(item.key(), ItemOutcome.MET, Basis.PERSONNEL_FILE, "", ""))
                .toList();
        reviewing.approve(number, file.version(), open, new UnitsWord("王海", true), officer, now);
    }

    /** Every item found to hold, and nothing decided. */
    public void find(String number, Actor officer, Instant now) {
        var file = applications.get(number, Actor.SYSTEM);
        reviewing.note(number, file.version(), allMet(file), officer, now);
    }

    private List<Found> allMet(Application file) {
        return findings.items(file).stream()
                .map(item -> new Found(
                        item.key(),
                        item.isPromise() ? ItemOutcome.DEFERRED : ItemOutcome.MET,
                        Basis.PERSONNEL_FILE,
                        "",
                        ""))
                .toList();
    }

    /** Back to the worker, for these items and no other. */
    public void sendBack(String number, Set<String> items, Actor officer, Instant now) {
        var file = applications.get(number, Actor.SYSTEM);
        var found = findings.items(file).stream()
                .map(each -> items.contains(each.key())
                        ? new Found(each.key(), ItemOutcome.UNMET, Basis.PERSONNEL_FILE, "与档案不一致", "按档案改")
                        : new Found(
                                each.key(),
                                each.isPromise() ? ItemOutcome.DEFERRED : ItemOutcome.MET,
                                Basis.PERSONNEL_FILE,
                                "",
                                ""))
                .toList();
        reviewing.returnForCorrection(number, file.version(), found, "", officer, now);
    }

    /** 待现场核对, for these items, with the reason. */
    public void mark(String number, Set<String> items, String why, Actor officer, Instant now) {
        var found = items.stream()
                .map(item -> new Found(item, ItemOutcome.ON_SITE, null, why, ""))
                .toList();
        reviewing.note(number, applications.get(number, Actor.SYSTEM).version(), found, officer, now);
    }

    public void reject(String number, String reason, String clause, Actor officer, Instant now) {
        reviewing.reject(
                number, applications.get(number, Actor.SYSTEM).version(), List.of(), reason, clause, officer, now);
    }

    public String paid(Actor worker, String unit, Actor officer, Instant now) {
        var number = inReview(worker, unit, officer, now);
        approve(number, officer, now);
        system.paid(number, now);
        return number;
    }

    public String state(String number) {
        return applications.get(number, Actor.SYSTEM).state().name();
    }
}
