package org.gongkao.sanction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.sanction.CasePage.Asked;
import org.gongkao.sanction.CasePage.Button;
import org.gongkao.sanction.SanctionMoves.Move;
import org.gongkao.sanction.SanctionRows.Entry;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** A case as an officer's page. */
@Component
class SanctionPages {

    private static final Set<SanctionAct> MAIN = EnumSet.of(
            SanctionAct.TELL,
            SanctionAct.PROPOSE_SANCTION,
            SanctionAct.IMPOSE,
            SanctionAct.CLOSE,
            SanctionAct.CORRECT,
            SanctionAct.REVOKE);

    private final SanctionRows rows;
    private final EvidenceRows evidence;
    private final Persons persons;
    private final CaseWords words;

    SanctionPages(SanctionRows rows, EvidenceRows evidence, Persons persons, CaseWords words) {
        this.rows = rows;
        this.evidence = evidence;
        this.persons = persons;
        this.words = words;
    }

    CasePage page(Sanction sanction, Actor officer, Instant now, Words typed, List<Fault> faults) {
        var offered = sanction.offered(officer, now);
        var entries = rows.acts(sanction);
        var card = persons.card(sanction.personId());
        return new CasePage(
                sanction.number(),
                card.name(),
                CaseWords.sign(sanction, now),
                CaseWords.state(sanction, now),
                sanction.version(),
                brief(sanction, offered, now),
                facts(sanction, card, now),
                evidence.of(sanction),
                sanction.state() == SanctionState.FOUND && sanction.is(officer, Part.OFFICER),
                CaseWords.statements(entries),
                proposal(sanction, entries),
                decidesOnSanction(sanction, now)
                        ? words.consequence(sanction, now) + "。如现在作出决定，禁止申报至 " + words.ifDecidedNow(sanction, now) + "。"
                        : "",
                sanction.state().holds() || sanction.state() == SanctionState.REVOKED
                        ? words.revoking(sanction, now)
                        : "",
                words.history(entries, true),
                LetterKind.of(sanction),
                buttons(offered),
                asked(offered),
                typed.clause().isEmpty() ? withClause(typed, sanction) : typed,
                why(sanction, officer, offered),
                faults);
    }

    private static Words withClause(Words typed, Sanction sanction) {
        return new Words(typed.reason(), sanction.clause(), typed.document(), typed.end());
    }

    private List<Line> facts(Sanction sanction, PersonCard card, Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("当事人", card.name() + "，" + card.maskedNumber()));
        lines.addAll(words.facts(sanction, now));
        return lines;
    }

    private static boolean decidesOnSanction(Sanction sanction, Instant now) {
        return sanction.state() == SanctionState.SANCTION_PROPOSED
                || (sanction.state() == SanctionState.HEARING && Within.HEARING_OVER.covers(sanction, now));
    }

    private static Brief brief(Sanction sanction, List<Move> offered, Instant now) {
        var answer = sanction.answerUntil();
        boolean hearing = answer != null && now.isBefore(answer);
        var next = offered.isEmpty()
                ? "现在不需要您办理"
                : String.join(
                        "或", offered.stream().map(move -> move.act().label()).toList());
        return new Brief(
                CaseWords.state(sanction, now),
                sanction.year() + "年度 违规处理",
                next,
                "",
                hearing && answer != null ? Shanghai.deadline(answer) : "没有规定期限",
                hearing ? "当事人陈述申辩截止" : "请及时办理");
    }

    private static List<Button> buttons(List<Move> offered) {
        return offered.stream()
                .sorted((one, other) -> Boolean.compare(MAIN.contains(one.act()), MAIN.contains(other.act())))
                .map(move -> new Button(move.act().label(), move.act().name(), MAIN.contains(move.act())))
                .toList();
    }

    private static Asked asked(List<Move> offered) {
        return new Asked(
                offered.stream().anyMatch(move -> move.needs().reason()),
                offered.stream().anyMatch(move -> move.needs().clause()),
                offered.stream().anyMatch(move -> move.needs().document()),
                offered.stream().anyMatch(move -> move.needs().end()));
    }

    /** What the second person decides on, word for word. */
    private static List<Line> proposal(Sanction sanction, List<Entry> entries) {
        if (!sanction.state().isProposal()) {
            return List.of();
        }
        var proposed = entries.reversed().stream()
                .filter(entry -> entry.toState() == sanction.state() && entry.act() != SanctionAct.ANSWER)
                .findFirst()
                .orElseThrow();
        var lines = new ArrayList<Line>();
        lines.add(new Line("拟定", proposed.act().label() + "（" + proposed.name() + "）"));
        lines.add(new Line("理由", proposed.reason()));
        if (!proposed.clause().isEmpty()) {
            lines.add(new Line("依据", proposed.clause()));
        }
        if (!proposed.document().isEmpty()) {
            lines.add(new Line("文号", proposed.document()));
        }
        var ends = proposed.endsAt();
        if (ends != null) {
            lines.add(new Line("更正后期满", Shanghai.deadline(ends)));
        }
        return lines;
    }

    private static String why(Sanction sanction, Actor officer, List<Move> offered) {
        if (sanction.isOf(officer)) {
            return "案件涉及您本人，由其他经办人办理。";
        }
        var answer = sanction.answerUntil();
        if (sanction.state() == SanctionState.HEARING
                && answer != null
                && offered.stream().noneMatch(move -> move.act() == SanctionAct.PROPOSE_SANCTION)) {
            return sanction.is(officer, Part.OFFICER)
                    ? "当事人可以在 " + Shanghai.deadline(answer) + " 前陈述申辩，期满后才能拟处理决定。"
                    : "由立案机构拟定处理意见后审定。";
        }
        if (sanction.state().isProposal() && offered.isEmpty()) {
            return "由您拟定，应由本机构或上一级机构的另一人审定。";
        }
        return sanction.state() == SanctionState.FOUND && !sanction.is(officer, Part.OFFICER) ? "由立案机构书面告知当事人。" : "";
    }
}
