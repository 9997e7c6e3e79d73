package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One day and what finance does about it. */
@Controller
@Allowed(Role.FINANCE)
class DayController {

    private static final String DAY = MoneyController.HERE + "/{day}";

    private final DayPages pages;
    private final ClosingDay closing;
    private final HandlingDifferences handling;
    private final ImportingFiscal fiscal;
    private final FetchingStatements fetching;

    DayController(
            DayPages pages,
            ClosingDay closing,
            HandlingDifferences handling,
            ImportingFiscal fiscal,
            FetchingStatements fetching) {
        this.pages = pages;
        this.closing = closing;
        this.handling = handling;
        this.fiscal = fiscal;
        this.fetching = fetching;
    }

    static String path(LocalDate day) {
        return MoneyController.HERE + "/" + day;
    }

    @GetMapping(DAY)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView show(@PathVariable String day, Actor actor, Instant arrived) {
        return Pages.page("payment/close/day", pages.page(read(day), List.of(), Map.of(), actor, arrived));
    }

    @PostMapping(DAY)
    Object close(@PathVariable String day, Actor actor, Instant arrived, RedirectAttributes redirect) {
        var closed = closing.close(read(day), actor, arrived);
        redirect.addFlashAttribute("flash", "已结账，编号第 " + closed.number() + " 号。结账后的内容不再改动。");
        return "redirect:" + path(closed.day());
    }

    @PostMapping(DAY + "/sources/{source}")
    Object absent(
            @PathVariable String day,
            @PathVariable String source,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return act(read(day), "absent-" + source, reason, actor, arrived, redirect, () -> {
            closing.nameAbsent(read(day), source, reason, actor, arrived);
            return "缺少的原因已记录，由另一位财务人员结账。";
        });
    }

    /** Asks the channel at once. */
    @PostMapping(DAY + "/sources/{source}/fetch")
    String fetch(@PathVariable String day, @PathVariable String source, Instant arrived, RedirectAttributes redirect) {
        var channel =
                MoneyFilter.one(ChannelCode.class, source).orElseThrow(() -> new Refusal(CloseRefusal.NO_SUCH_SOURCE));
        fetching.fetchNow(channel, read(day), arrived);
        redirect.addFlashAttribute("flash", "已向渠道询问，结果见来源一栏。");
        return "redirect:" + path(read(day));
    }

    @PostMapping(DAY + "/differences/{id}")
    Object explain(
            @PathVariable String day,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String act,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return act(read(day), "note-" + id, note, actor, arrived, redirect, () -> {
            handling.explain(id, note, act.equals("settle"), actor, arrived);
            return act.equals("settle") ? "差异已了结，说明已记录。" : "说明已记录，差异仍计入未了合计。";
        });
    }

    @PostMapping(DAY + "/differences/{id}/owner")
    Object assign(
            @PathVariable String day,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String owner,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return act(read(day), "owner-" + id, "", actor, arrived, redirect, () -> {
            if (!owner.matches("[0-9]{1,18}")) {
                throw new Refusal(CloseRefusal.NO_SUCH_OFFICER);
            }
            handling.assign(id, owner.equals("0") ? null : Long.valueOf(owner), actor, arrived);
            return "经办人已指定。";
        });
    }

    @PostMapping(DAY + "/slips/{id}")
    Object reverse(
            @PathVariable String day,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return act(read(day), "reason-" + id, reason, actor, arrived, redirect, () -> {
            fiscal.reverse(id, reason, actor, arrived);
            return "已冲正，另记一笔相反的凭证。";
        });
    }

    /** Words that are missing are asked for beside their field, on the same page; every other refusal is a page of its own. */
    private Object act(
            LocalDate day,
            String field,
            String typed,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect,
            Supplier<String> act) {
        try {
            redirect.addFlashAttribute("flash", act.get());
            return "redirect:" + path(day);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            var faults = List.of(new Fault(field, refusal.sentence()));
            return Pages.refused("payment/close/day", pages.page(day, faults, Map.of(field, typed), actor, arrived));
        }
    }

    private static LocalDate read(String day) {
        return Shanghai.typedDay(day).orElseThrow(() -> new Refusal(CloseRefusal.NO_SUCH_DAY));
    }
}
