package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.WhoPaid;
import org.gongkao.payment.refund.HandlingRefunds.Typed;
import org.gongkao.payment.refund.RequestingRefunds.Request;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Chip;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance's refunds: the list, one of them, a new one, and the acts. */
@Controller
@Allowed(Role.FINANCE)
class RefundController {

    static final String LIST = "/payment/refunds";

    private static final String NEW = "payment/refund/new";
    private static final String ONE = "payment/refund/refund";
    private static final Request BLANK = new Request(null, "", false);

    private final RefundRows rows;
    private final RefundLists lists;
    private final RefundSources sources;
    private final RefundPages pages;
    private final RequestingRefunds requesting;
    private final HandlingRefunds handling;
    private final AskingRefunds asking;
    private final WhoPaid whoPaid;
    private final PayerSearch search;

    RefundController(
            RefundRows rows,
            RefundLists lists,
            RefundSources sources,
            RefundPages pages,
            RequestingRefunds requesting,
            HandlingRefunds handling,
            AskingRefunds asking,
            WhoPaid whoPaid,
            PayerSearch search) {
        this.rows = rows;
        this.lists = lists;
        this.sources = sources;
        this.pages = pages;
        this.requesting = requesting;
        this.handling = handling;
        this.asking = asking;
        this.whoPaid = whoPaid;
        this.search = search;
    }

    static @Nullable RefundGround ground(String name) {
        return Arrays.stream(RefundGround.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(LIST)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Actor actor) {
        var term = PayerSearch.term(q);
        var filter = RefundLists.Filter.of(state, term);
        var key = before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
        var screen = lists.list(filter, term, key, actor);
        var found = screen.rows();
        var payers = whoPaid.of(found.stream().map(Refund::money).toList(), actor);
        var here = path(LIST, filter, term);
        return Pages.page(
                "payment/refund/list",
                new RefundListPage(
                        Arrays.stream(RefundLists.Filter.values())
                                .map(one -> Chip.of(one.label(), path(LIST, one, term), one == filter))
                                .toList(),
                        search.field(
                                LIST,
                                filter == RefundLists.Filter.TODO ? Map.of() : Map.of("state", filter.key()),
                                term,
                                "、退费单号、渠道流水号，都要写完整。",
                                actor),
                        found.stream()
                                .map(one -> RefundListPage.Row.of(one, payers.getOrDefault(one.money(), "不明")))
                                .toList(),
                        actor.is(Role.FINANCE),
                        path(LIST + "/export", filter, term),
                        key == null ? "" : here,
                        screen.next() == null ? "" : here + "&before=" + screen.next()));
    }

    private static String path(String page, RefundLists.Filter filter, String term) {
        return Address.of(page).with("state", filter.key()).with("q", term).toString();
    }

    @GetMapping(LIST + "/new")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String charge,
            @RequestParam(defaultValue = "") String discrepancy,
            Actor finance) {
        return Pages.page(NEW, opening(charge, discrepancy, BLANK, List.of(), finance));
    }

    @PostMapping(LIST)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String charge,
            @RequestParam(defaultValue = "") String discrepancy,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Actor finance,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = new Request(ground(ground), reason, confirmed);
        String number;
        try {
            number = isNumber(discrepancy)
                    ? requesting.ofUnclear(Long.parseLong(discrepancy), typed, finance, arrived)
                    : requesting.ofCharge(charge.strip(), typed, finance, arrived);
        } catch (InvalidInput invalid) {
            return Pages.refused(NEW, opening(charge, discrepancy, typed, invalid.faults(), finance));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            boolean unknown = refusal.reason() == CommonRefusal.NOT_FOUND && !isNumber(discrepancy);
            if (refusal.reason() == CommonRefusal.NOT_FOUND && !unknown) {
                throw refusal;
            }
            var faults = unknown ? unknown(typed) : List.of(new Fault("", refusal.sentence()));
            var status = unknown
                    ? HttpStatus.UNPROCESSABLE_CONTENT
                    : HttpStatus.valueOf(refusal.reason().status());
            return Pages.page(NEW, opening(charge, discrepancy, typed, faults, finance), status);
        }
        flash.addFlashAttribute("flash", "退费已提出。请拟定意见，再由另一名财务人员复核。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }

    /** Who has the number wrong is told in the same round what else is. */
    private static List<Fault> unknown(Request typed) {
        var faults = new ArrayList<>(List.of(new Fault("charge", "没有这个缴费单号，请核对 16 位数字。")));
        try {
            var ground = typed.ground();
            typed.check(ground != null && !ground.isOfUnclearMoney());
        } catch (InvalidInput more) {
            faults.addAll(more.faults());
        }
        return List.copyOf(faults);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private NewRefundPage opening(String charge, String discrepancy, Request typed, List<Fault> faults, Actor finance) {
        var facts =
                isNumber(discrepancy) ? facts(sources.unclear(Long.parseLong(discrepancy), finance)) : List.<Line>of();
        var ground = typed.ground();
        return new NewRefundPage(
                isNumber(discrepancy) ? discrepancy : "",
                facts,
                charge,
                Arrays.stream(RefundGround.values())
                        .filter(one -> !one.isOfUnclearMoney())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList(),
                ground == null ? "" : ground.name(),
                typed.reason(),
                typed.confirmed(),
                faults);
    }

    private static List<Line> facts(RefundSources.Unclear money) {
        var charge = money.charge();
        return List.of(
                new Line("退费情形", money.ground().map(RefundGround::label).orElse("不是到账的款项")),
                new Line("到账金额", money.amount() + "（全额退回）"),
                new Line("退回渠道", money.source().channel().label() + "（原路退回）"),
                new Line("订单号", money.source().order()),
                new Line("渠道流水号", money.source().transaction()),
                new Line("缴费单号", charge == null ? "无" : charge.number()));
    }

    @GetMapping(LIST + "/{number}")
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page(ONE, pages.page(rows.get(number, actor), Typed.NOTHING, List.of(), actor, arrived));
    }

    /** One form, one address: the button says what is asked. What goes to the channel goes when the decision is written. */
    @PostMapping(LIST + "/{number}")
    ModelAndView act(
            @PathVariable String number,
            @RequestParam RefundAct act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> sent,
            Actor finance,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = new Typed(words, amounts(sent));
        try {
            handling.handle(number, version, act, typed, finance, arrived);
        } catch (InvalidInput invalid) {
            return Pages.refused(ONE, pages.page(rows.get(number, finance), typed, invalid.faults(), finance, arrived));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason() == CommonRefusal.NOT_FOUND) {
                throw refusal;
            }
            var faults = List.of(new Fault("", refusal.sentence()));
            var status = HttpStatus.valueOf(refusal.reason().status());
            return Pages.page(ONE, pages.page(rows.get(number, finance), typed, faults, finance, arrived), status);
        }
        asking.ask(number, arrived);
        flash.addFlashAttribute("flash", "已办理：" + act.label() + "。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }

    private static Map<Integer, String> amounts(Map<String, String> sent) {
        var amounts = new HashMap<Integer, String>();
        sent.forEach((field, text) -> {
            if (field.matches("amount-[0-9]{1,3}")) {
                amounts.put(Integer.valueOf(field.substring("amount-".length())), text);
            }
        });
        return amounts;
    }
}
