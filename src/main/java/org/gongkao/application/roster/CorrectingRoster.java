package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 更正花名册。After the approval a fact is corrected by the agency alone, with a reason; where the roster was frozen there is
 * a new version at once, and what differs can be listed.
 */
@Component
class CorrectingRoster {

    private static final int LONGEST_REASON = 500;

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final LineChecks checks;
    private final Persons persons;
    private final Catalogue catalogue;
    private final Audit audit;
    private final Moving moving;

    CorrectingRoster(
            LiveRosters live,
            FrozenRosters frozen,
            LineChecks checks,
            Persons persons,
            Catalogue catalogue,
            Audit audit,
            Moving moving) {
        this.live = live;
        this.frozen = frozen;
        this.checks = checks;
        this.persons = persons;
        this.catalogue = catalogue;
        this.audit = audit;
        this.moving = moving;
    }

    /** Answers with the new version's number, or 0 when the line has not been frozen yet. */
    @Transactional
    public int correct(String unitCode, SeenLine seen, Correction correction, Actor agency, Instant arrived) {
        var reason = reason(correction.reason());
        var roster = live.of(unitCode, agency, arrived);
        var line = ConfirmingRoster.find(roster, seen);
        refuseOwn(line, agency);
        var change = switch (correction.fact()) {
            case NAME -> changeName(line, correction.value(), agency, arrived);
            case NUMBER -> changeNumber(line, correction.value(), agency);
            case OCCUPATION -> changeOccupation(unitCode, line, correction.value(), arrived);
            case LEVEL -> throw new Refusal(RosterRefusal.LEVEL_FIXED);
        };
        checks.addCorrection(line, correction.fact(), change, reason, agency, arrived);
        moving.correct(
                line.number(),
                History.Words.of(
                        correction.fact().label() + "由“" + change.before() + "”更正为“" + change.after() + "”，" + reason),
                agency,
                arrived);
        var latest = frozen.latest(roster.unitCode(), roster.year());
        var corrected = latest.map(frozen::content)
                .flatMap(before ->
                        before.with(ConfirmingRoster.line(live.of(unitCode, agency, arrived), line.number())));
        if (corrected.isEmpty()) {
            return 0;
        }
        int next = latest.orElseThrow().version() + 1;
        frozen.add(corrected.get(), next, "更正" + correction.fact().label() + "：" + reason, agency, arrived);
        return next;
    }

    /** The agency has looked and leaves the line as it is. */
    @Transactional
    public void answer(String unitCode, SeenLine seen, String answer, Actor agency, Instant arrived) {
        var said = reason(answer);
        var line = ConfirmingRoster.find(live.of(unitCode, agency, arrived), seen);
        refuseOwn(line, agency);
        checks.add(line, LineCheck.Verdict.ANSWERED, said, agency, arrived);
        audit.record(agency, "答复花名册错误报告", "application:" + line.number(), "");
    }

    private Correction.Change changeName(RosterLine line, String typed, Actor agency, Instant arrived) {
        var name = PersonName.parse(typed).orElseThrow(() -> new Refusal(RosterRefusal.NAME_WRONG));
        if (name.equals(line.name())) {
            throw new Refusal(RosterRefusal.SAME_VALUE);
        }
        persons.changeName(line.person(), name, agency, arrived);
        return new Correction.Change(line.name(), name);
    }

    /** The change as people may read it: masked. Only that much stands in the versions and in the history. */
    private Correction.Change changeNumber(RosterLine line, String typed, Actor agency) {
        var number = NationalId.parse(typed).orElseThrow(() -> new Refusal(RosterRefusal.NUMBER_WRONG));
        if (persons.isNumberOf(line.person(), number)) {
            throw new Refusal(RosterRefusal.SAME_VALUE);
        }
        persons.changeNumber(line.person(), number, agency);
        return new Correction.Change(
                line.maskedNumber(), persons.card(line.person()).maskedNumber());
    }

    private Correction.Change changeOccupation(String unitCode, RosterLine line, String code, Instant arrived) {
        var cycle = live.cycle(unitCode, arrived);
        var to = catalogue.open(cycle, line.level()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(RosterRefusal.OCCUPATION_CLOSED));
        var from = live.occupationCode(line.number());
        if (from.equals(code)) {
            throw new Refusal(RosterRefusal.SAME_VALUE);
        }
        if (!live.changeOccupation(line.number(), from, code, arrived)) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return new Correction.Change(line.occupation(), to.name());
    }

    /** Nobody decides on their own file, and a clerk may be an applicant too. */
    private static void refuseOwn(RosterLine line, Actor agency) {
        if (Long.valueOf(line.person()).equals(agency.personId())) {
            throw new Refusal(RosterRefusal.OWN_LINE);
        }
    }

    private static String reason(String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Refusal(RosterRefusal.REASON_MISSING);
        }
        return said;
    }
}
