package org.gongkao.sanction;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.sanction.SanctionMoves.Move;
import org.gongkao.sanction.SanctionRows.Outcome;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理违规处理案件。Tells the person, hears, proposes and decides. What was proposed takes effect as it was proposed, or not at all. */
@Service
class HandlingSanctions {

    private final SanctionRows rows;
    private final Cycles cycles;
    private final Humans humans;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HandlingSanctions(SanctionRows rows, Cycles cycles, Humans humans, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.cycles = cycles;
        this.humans = humans;
        this.audit = audit;
        this.events = events;
    }

    /** An officer's act on what was on the screen. */
    @Transactional
    void handle(String number, int seenVersion, SanctionAct act, Words words, Actor officer, Instant arrived) {
        move(rows.get(number, officer).asSeenAt(seenVersion), act, words, officer, arrived);
    }

    /** The person answers; a statement is not lost because the office moved in between, if it may still be made. */
    @Transactional
    void answer(String number, String statement, Actor person, Instant arrived) {
        move(rows.get(number, person), SanctionAct.ANSWER, new Words(statement, "", "", ""), person, arrived);
    }

    private void move(Sanction sanction, SanctionAct act, Words words, Actor by, Instant at) {
        var move = sanction.check(act, by, at);
        if (move.by() == Part.SECOND_PERSON && humans.same(sanction.handledBy(), by)) {
            throw new Refusal(SanctionRefusal.ANOTHER_PERSON);
        }
        words.check(move.needs(), sanction, at);
        long line = rows.write(sanction, move, outcome(sanction, move, at), words, by, at);
        audit.record(by, "违规处理：" + act.label(), "sanction:" + sanction.number(), words.document());
        events.publishEvent(new SanctionMoved(sanction.id(), line));
        if (act == SanctionAct.IMPOSE) {
            events.publishEvent(new SanctionImposed(sanction.id()));
        }
        if (act == SanctionAct.REVOKE) {
            events.publishEvent(new SanctionRevoked(sanction.id()));
        }
    }

    private Outcome outcome(Sanction sanction, Move move, Instant at) {
        return switch (move.act()) {
            case TELL -> new Outcome(answerUntil(sanction, at), null, null);
            case IMPOSE -> {
                var proposal = proposal(sanction);
                var until = rules(sanction, at).end(at, sanction.year(), sanction.filedOn());
                yield new Outcome(sanction.answerUntil(), proposal.document(), new Bar(proposal.document(), at, until));
            }
            case CORRECT -> {
                var bar = sanction.bar().orElseThrow();
                var until = proposal(sanction).endsAt();
                yield new Outcome(
                        sanction.answerUntil(),
                        sanction.decision(),
                        new Bar(bar.decision(), bar.from(), until == null ? bar.until() : until));
            }
            default -> Outcome.unchanged(sanction);
        };
    }

    private Instant answerUntil(Sanction sanction, Instant at) {
        return cycles.of(sanction.packageId(), sanction.agencyCode(), at)
                .workingDays()
                .deadline(at, rules(sanction, at).answerDays());
    }

    /** A case stays with the year package with which it began. */
    private SanctionRules rules(Sanction sanction, Instant at) {
        return cycles.of(sanction.packageId(), sanction.agencyCode(), at).section(SanctionRules.class);
    }

    /** What the second person has before them; the answers of the person may stand behind it. */
    private SanctionRows.Entry proposal(Sanction sanction) {
        return rows.acts(sanction).reversed().stream()
                .filter(entry -> entry.toState() == sanction.state() && entry.act() != SanctionAct.ANSWER)
                .findFirst()
                .orElseThrow();
    }
}
