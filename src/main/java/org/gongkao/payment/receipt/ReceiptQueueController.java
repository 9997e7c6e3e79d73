package org.gongkao.payment.receipt;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Page;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance's queue of receipts; the auditor reads it. */
@Controller
class ReceiptQueueController {

    private static final String HERE = ReceiptQueuePage.HERE;
    private static final int SCREEN = 50;
    private static final int LONGEST_EXPORT = 100_000;

    private final ReceiptLists lists;
    private final ReceiptRows rows;
    private final CorrectingReceipts correcting;
    private final IssuingReceipts issuing;
    private final Cycles cycles;
    private final PayerSearch payers;
    private final Audit audit;

    ReceiptQueueController(
            ReceiptLists lists,
            ReceiptRows rows,
            CorrectingReceipts correcting,
            IssuingReceipts issuing,
            Cycles cycles,
            PayerSearch payers,
            Audit audit) {
        this.lists = lists;
        this.rows = rows;
        this.correcting = correcting;
        this.issuing = issuing;
        this.cycles = cycles;
        this.payers = payers;
        this.audit = audit;
    }

    @GetMapping(HERE)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Instant arrived) {
        var search = ReceiptSearch.of(state, q, after);
        var cycle = cycles.find(arrived);
        return Pages.page(
                "payment/receipt/queue",
                ReceiptQueuePage.of(
                        search,
                        payers.field(
                                HERE,
                                search.filter().isEmpty() ? Map.of() : Map.of("state", search.filter()),
                                search.term(),
                                "、票据号码、开票申请号，都要写完整；票据上的付款人写开头即可。",
                                actor),
                        lists.find(search, SCREEN, actor),
                        issuing.isConnected(),
                        lists.waitingForFinance(actor),
                        lists.waitingForIssuer(actor),
                        cycle.map(one -> ReceiptRules.of(one).collective().label())
                                .orElse(""),
                        cycle.map(one -> one.unconfirmedNote(ReceiptRules.FIELD))
                                .orElse("")));
    }

    /** Exactly what the filter finds, newest first; that it was exported is a line itself. */
    @GetMapping(ReceiptQueuePage.EXPORT)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    void export(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Instant arrived,
            HttpServletResponse response)
            throws IOException {
        audit.seen(actor, "导出电子票据", "receipt:export", "按页面所选条件导出");
        var search = ReceiptSearch.of(state, q, "");
        try (var sheet = new ReceiptSheet(
                search.note(payers.said(search.term(), actor), arrived),
                Download.sheet("电子票据.xlsx").to(response))) {
            Page<FiscalReceipt> piece;
            do {
                piece = lists.find(search, Math.min(2_000, LONGEST_EXPORT - sheet.rows()), actor);
                piece.rows().forEach(sheet::add);
                search = search.goingOnAfter(piece.next() == null ? "" : piece.next());
            } while (piece.next() != null && sheet.rows() < LONGEST_EXPORT);
        }
    }

    @GetMapping(HERE + "/{number}")
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView show(@PathVariable String number, Actor actor) {
        return Pages.page("payment/receipt/receipt", page(number, actor, "", List.of()));
    }

    @PostMapping(HERE + "/{number}/correction")
    @Allowed(Role.FINANCE)
    Object propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return done(
                () -> correcting.propose(number, reason, actor, arrived),
                "已提出冲红重开，等待另一位财务人员复核。",
                number,
                "reason",
                reason,
                actor,
                redirect);
    }

    @PostMapping(HERE + "/{number}/correction/confirm")
    @Allowed(Role.FINANCE)
    String confirm(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        correcting.confirm(number, version, actor, arrived);
        return back(number, "已同意，原票据冲红后自动重开。", redirect);
    }

    @PostMapping(HERE + "/{number}/correction/decline")
    @Allowed(Role.FINANCE)
    String decline(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        correcting.decline(number, version, actor, arrived);
        return back(number, "没有冲红，原票据继续有效。", redirect);
    }

    @PostMapping(HERE + "/{number}/retry")
    @Allowed(Role.FINANCE)
    String retry(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        correcting.retry(number, version, actor, arrived);
        return back(number, "已与开票系统核对，最新状态如下。", redirect);
    }

    @PostMapping(HERE + "/{number}/doubt")
    @Allowed(Role.FINANCE)
    Object settleDoubt(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        return done(
                () -> correcting.settleDoubt(number, note, version, actor, arrived),
                "核实结果已记录。",
                number,
                "note",
                note,
                actor,
                redirect);
    }

    /** What was typed is kept beside its fault; any other refusal is a page of its own. */
    private Object done(
            Runnable act,
            String flash,
            String number,
            String field,
            String typed,
            Actor actor,
            RedirectAttributes redirect) {
        try {
            act.run();
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            var faults = List.of(new Fault(field, refusal.sentence()));
            return Pages.refused("payment/receipt/receipt", page(number, actor, typed, faults));
        }
        return back(number, flash, redirect);
    }

    private static String back(String number, String flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + HERE + "/" + number;
    }

    private ReceiptPage page(String number, Actor actor, String typed, List<Fault> faults) {
        var receipt = lists.get(number, actor);
        var around = new ReceiptPage.Around(
                lists.chargeNumber(receipt),
                rows.parts(receipt),
                rows.events(receipt),
                lists.before(receipt),
                lists.after(receipt));
        return ReceiptPage.of(receipt, around, actor, typed, faults);
    }
}
