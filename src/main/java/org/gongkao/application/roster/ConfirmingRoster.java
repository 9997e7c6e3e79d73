package org.gongkao.application.roster;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.RosterFrozen;
import org.gongkao.application.RosterLineReported;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 核实花名册。The unit's clerk looks at each line, and freezes the roster when all of them are right. */
@Component
class ConfirmingRoster {

    private static final int LONGEST_NOTE = 200;

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final LineChecks checks;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ConfirmingRoster(
            LiveRosters live, FrozenRosters frozen, LineChecks checks, Audit audit, ApplicationEventPublisher events) {
        this.live = live;
        this.frozen = frozen;
        this.checks = checks;
        this.audit = audit;
        this.events = events;
    }

    /** Each is named with the hash of the line that was on the screen: what has changed since is not confirmed. */
    @Transactional
    public void confirm(List<SeenLine> seen, Actor clerk, Instant arrived) {
        if (seen.isEmpty()) {
            throw new Refusal(RosterRefusal.NOTHING_CHOSEN);
        }
        var roster = live.of(clerk.office().code(), clerk, arrived);
        for (var one : seen) {
            checks.add(find(roster, one), LineCheck.Verdict.CONFIRMED, "", clerk, arrived);
        }
        audit.record(clerk, "核实花名册", subject(roster), seen.size() + " 人核实无误");
    }

    @Transactional
    public void reportError(SeenLine seen, String note, Actor clerk, Instant arrived) {
        var said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            throw new Refusal(RosterRefusal.NOTE_MISSING);
        }
        var roster = live.of(clerk.office().code(), clerk, arrived);
        long check = checks.add(find(roster, seen), LineCheck.Verdict.WRONG, said, clerk, arrived);
        events.publishEvent(new RosterLineReported(check, roster.unitCode(), live.authority(seen.number())));
        audit.record(clerk, "报告花名册信息有误", "application:" + seen.number(), "");
    }

    /** 定稿: only what was on the screen, only when every line is confirmed, and only when something is new. */
    @Transactional
    public RosterVersion freeze(String seenHash, Actor clerk, Instant arrived) {
        var roster = live.of(clerk.office().code(), clerk, arrived);
        if (!roster.hash().equals(seenHash)) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        if (roster.lines().isEmpty()) {
            throw new Refusal(RosterRefusal.NOBODY);
        }
        long open = checks.of(roster).values().stream()
                .filter(check -> check.verdict() != LineCheck.Verdict.CONFIRMED)
                .count();
        if (open > 0) {
            throw new Refusal(RosterRefusal.LINES_OPEN, open);
        }
        var latest = frozen.latest(roster.unitCode(), roster.year());
        if (latest.isPresent() && latest.get().hash().equals(roster.hash())) {
            throw new Refusal(RosterRefusal.NOTHING_NEW, latest.get().version());
        }
        int next = latest.map(RosterVersion::version).orElse(0) + 1;
        var reason = next == 1 ? "单位核实定稿" : "人员有变动，单位重新核实定稿";
        var version = frozen.add(roster, next, reason, clerk, arrived);
        for (var office : live.authorities(roster)) {
            events.publishEvent(new RosterFrozen(roster.unitCode(), office, roster.year(), next));
        }
        audit.record(clerk, "花名册定稿", subject(roster), "第 " + next + " 版");
        return version;
    }

    static String subject(Roster roster) {
        return "roster:" + roster.unitCode() + ":" + roster.year();
    }

    static RosterLine find(Roster roster, SeenLine seen) {
        var line = line(roster, seen.number());
        if (!line.hash().equals(seen.hash())) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return line;
    }

    static RosterLine line(Roster roster, String number) {
        return roster.line(number).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }
}
