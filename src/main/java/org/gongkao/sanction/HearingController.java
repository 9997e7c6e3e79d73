package org.gongkao.sanction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkao.sanction.SanctionMoves.Move;
import org.gongkao.sanction.SanctionRows.Entry;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's own page: what is alleged, the answer, and the decision. */
@Controller
@Allowed(Role.WORKER)
class HearingController {

    static final String PAGE = "/hearing";

    private final SanctionRows rows;
    private final EvidenceRows evidence;
    private final HandlingSanctions handling;
    private final CaseWords words;

    HearingController(SanctionRows rows, EvidenceRows evidence, HandlingSanctions handling, CaseWords words) {
        this.rows = rows;
        this.evidence = evidence;
        this.handling = handling;
        this.words = words;
    }

    /** Whoever has one case, as nearly everybody has who has any, is led to it. */
    @GetMapping(PAGE)
    ModelAndView list(Actor actor, Instant arrived) {
        var cases = rows.own(actor);
        if (cases.size() == 1) {
            return new ModelAndView("redirect:" + PAGE + "/" + cases.getFirst().number());
        }
        return Pages.page(
                "sanction/hearings",
                new HearingsPage(cases.stream()
                        .map(one -> new HearingsPage.Row(
                                one.number(), one.material(), CaseWords.sign(one, arrived), toldState(one, arrived)))
                        .toList()));
    }

    @GetMapping(PAGE + "/{number}")
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("sanction/hearing", page(rows.get(number, actor), actor, arrived, "", List.of()));
    }

    @PostMapping(PAGE + "/{number}")
    ModelAndView answer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            handling.answer(number, reason, actor, arrived);
        } catch (InvalidInput invalid) {
            var sanction = rows.get(number, actor);
            return Pages.refused("sanction/hearing", page(sanction, actor, arrived, reason, invalid.faults()));
        }
        flash.addFlashAttribute("flash", "陈述申辩已提交，截止前可以再补充。");
        return new ModelAndView("redirect:" + PAGE + "/" + number);
    }

    private HearingPage page(Sanction sanction, Actor person, Instant now, String statement, List<Fault> faults) {
        var entries = rows.acts(sanction);
        var until = sanction.answerUntil();
        boolean answerable =
                sanction.offered(person, now).stream().map(Move::act).anyMatch(SanctionAct.ANSWER::equals);
        return new HearingPage(
                brief(sanction, answerable, now),
                sanction.number(),
                CaseWords.sign(sanction, now),
                toldState(sanction, now),
                meaning(sanction, now),
                words.facts(sanction, now),
                evidence.of(sanction),
                CaseWords.statements(entries),
                answerable,
                until == null ? "" : Shanghai.deadline(until),
                sanction.decision() == null
                        ? ""
                        : words.marked(
                                sanction, "appeal", words.rules(sanction, now).appeal(), now),
                LetterKind.of(sanction),
                words.history(told(entries), false),
                statement,
                faults);
    }

    private static Brief brief(Sanction sanction, boolean answerable, Instant now) {
        var until = sanction.answerUntil();
        var bar = sanction.bar().filter(one -> one.covers(now));
        return new Brief(
                "违规处理",
                sanction.year() + "年度，" + toldState(sanction, now),
                answerable ? "陈述申辩" : "您现在不需要做什么",
                answerable ? "可以说明情况、提出证据，不会因此加重处理" : "",
                answerable && until != null
                        ? Shanghai.deadline(until)
                        : bar.map(one -> Shanghai.deadline(one.until())).orElse("没有期限"),
                answerable ? "陈述申辩截止" : bar.isPresent() ? "禁止申报期满，自动解除" : "");
    }

    /**
     * What is only proposed within the office is not told, since it may be sent back; once decided, its reason, clause and
     * 文号 are those of the decision.
     */
    private static List<Entry> told(List<Entry> entries) {
        var told = new ArrayList<Entry>();
        Entry proposed = null;
        for (var entry : entries) {
            switch (entry.act()) {
                case PROPOSE_SANCTION, PROPOSE_NO_ACTION, PROPOSE_CORRECTION, PROPOSE_REVOCATION -> proposed = entry;
                case IMPOSE, CLOSE, CORRECT, REVOKE -> told.add(entry.onGroundsOf(Objects.requireNonNull(proposed)));
                case TELL, ANSWER -> told.add(entry);
                case OPEN, DROP, SEND_BACK -> {}
            }
        }
        return told;
    }

    private static String toldState(Sanction sanction, Instant now) {
        return switch (sanction.state()) {
            case SANCTION_PROPOSED, NO_ACTION_PROPOSED -> "正在研究处理";
            case CORRECTION_PROPOSED, REVOCATION_PROPOSED -> "处理已生效";
            default -> CaseWords.state(sanction, now);
        };
    }

    private String meaning(Sanction sanction, Instant now) {
        return switch (sanction.state()) {
            case FOUND -> "";
            case HEARING, SANCTION_PROPOSED, NO_ACTION_PROPOSED ->
                "还没有作出决定。如果认定属实，将" + words.consequence(sanction, now) + "。";
            case IMPOSED, CORRECTION_PROPOSED, REVOCATION_PROPOSED ->
                sanction.bar()
                        .map(bar -> bar.covers(now)
                                ? "在 " + Shanghai.deadline(bar.until()) + " 前不能申报，期满自动解除，不需要申请。账号可以照常登录和查询。"
                                : "禁止申报期已满，已自动解除，可以申报。")
                        .orElse("");
            case DROPPED -> "经核实不予处理，不影响您申报。";
            case REVOKED -> "处理决定已撤销，不影响您申报。" + words.revoking(sanction, now);
        };
    }
}
