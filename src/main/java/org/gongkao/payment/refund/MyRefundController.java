package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.MyRefundPage.One;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.payment.refund.RequestingRefunds.Request;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The payer's refund of one charge: what the rule says, how it stands, and the form to ask. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
class MyRefundController {

    private static final String PAGE = "payment/refund/mine";
    private static final Request BLANK = new Request(null, "", false);

    private final RefundRows rows;
    private final RefundClaimRows claims;
    private final RefundSources sources;
    private final RefundTerms terms;
    private final RequestingRefunds requesting;

    MyRefundController(
            RefundRows rows,
            RefundClaimRows claims,
            RefundSources sources,
            RefundTerms terms,
            RequestingRefunds requesting) {
        this.rows = rows;
        this.claims = claims;
        this.sources = sources;
        this.terms = terms;
        this.requesting = requesting;
    }

    static String path(String charge) {
        return "/charges/" + charge + "/refund";
    }

    @GetMapping("/charges/{number}/refund")
    ModelAndView show(@PathVariable String number, Actor payer, Instant arrived) {
        return Pages.page(PAGE, page(sources.get(number, payer), BLANK, List.of(), payer, arrived));
    }

    @PostMapping("/charges/{number}/refund")
    ModelAndView ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Actor payer,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = new Request(RefundController.ground(ground), reason, confirmed);
        try {
            requesting.ofCharge(number, typed, payer, arrived);
        } catch (InvalidInput invalid) {
            var page = page(sources.get(number, payer), typed, invalid.faults(), payer, arrived);
            return Pages.refused(PAGE, page);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, typed, refusal, payer, arrived);
        }
        flash.addFlashAttribute("flash", "退费申请已提交，结果会通知您。");
        return new ModelAndView("redirect:" + path(number));
    }

    private ModelAndView again(String number, Request typed, Refusal refusal, Actor payer, Instant arrived) {
        if (refusal.reason() == CommonRefusal.NOT_FOUND) {
            throw refusal;
        }
        var faults = List.of(new Fault("", refusal.sentence()));
        var status = HttpStatus.valueOf(refusal.reason().status());
        return Pages.page(PAGE, page(sources.get(number, payer), typed, faults, payer, arrived), status);
    }

    @PostMapping("/charges/{number}/refund/{refund}/withdraw")
    String withdraw(
            @PathVariable String number,
            @PathVariable String refund,
            Actor payer,
            Instant arrived,
            RedirectAttributes flash) {
        requesting.withdraw(refund, payer, arrived);
        flash.addFlashAttribute("flash", "退费申请已撤回，费用保持已缴。");
        return "redirect:" + path(number);
    }

    private MyRefundPage page(Paid charge, Request typed, List<Fault> faults, Actor payer, Instant now) {
        var refunds = rows.of(charge).stream()
                .map(refund -> new One(
                        refund.number(),
                        refund.state().sign(),
                        refund.state().label(),
                        RefundWords.sentence(refund),
                        RefundWords.facts(refund),
                        RefundWords.history(rows.events(refund), false),
                        refund.allows(RefundAct.WITHDRAW, payer)))
                .toList();
        var rules = new ArrayList<Line>();
        claims.of(charge).forEach(claim -> rules.add(new Line(claim.ground().label(), claim.sentence() + "。")));
        var grounds = new ArrayList<Option>();
        var parts = sources.source(charge)
                .map(source -> sources.parts(charge, source))
                .orElse(List.of());
        Instant until = null;
        for (var ground : RefundGround.values()) {
            var rule = ground.isAskedByPayer() && !parts.isEmpty()
                    ? terms.of(charge, ground, now)
                    : Optional.<RefundRules.Rule>empty();
            if (rule.isPresent()) {
                var said = RefundTerms.sentence(rule.get(), parts, now);
                boolean something =
                        RefundTerms.total(RefundTerms.shares(rule.get(), parts)).fen() > 0;
                var hindrance = requesting.hindrance(charge, ground, now);
                if (something && hindrance.isEmpty()) {
                    grounds.add(new Option(ground.name(), ground.label(), said));
                    until = later(until, rule.get().until());
                } else {
                    rules.add(new Line(ground.label(), said + "。" + hindrance));
                }
            }
        }
        boolean underway = rows.of(charge).stream()
                .anyMatch(refund ->
                        refund.discrepancy() == null && !refund.state().isEnd());
        var closed = closed(parts.isEmpty(), underway, grounds.isEmpty());
        var asked = typed.ground();
        return new MyRefundPage(
                charge.number(),
                brief(charge, closed, underway, until),
                refunds,
                List.copyOf(rules),
                closed.isEmpty() ? List.copyOf(grounds) : List.of(),
                closed,
                asked == null ? "" : asked.name(),
                typed.reason(),
                typed.confirmed(),
                faults);
    }

    private static String closed(boolean unpaid, boolean underway, boolean none) {
        if (unpaid) {
            return "这张缴费单没有已缴的费用，不用申请退费。";
        }
        if (underway) {
            return "已有一笔退费正在办理，办结前不能再申请。";
        }
        return none ? "按今年的退费规定，现在没有可以申请退回的费用。" : "";
    }

    private static Brief brief(Paid charge, String closed, boolean underway, @Nullable Instant until) {
        return new Brief(
                "退费",
                charge.title(),
                closed.isEmpty() ? "需要退费的，可以申请" : underway ? "等待办理" : "不用办理",
                closed.isEmpty() ? "不申请的，费用保持已缴" : "",
                closed.isEmpty() && until != null ? Shanghai.deadline(until) : "无",
                closed.isEmpty() ? "最晚的申请截止" : "");
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
