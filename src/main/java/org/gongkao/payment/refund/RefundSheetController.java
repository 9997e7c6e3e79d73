package org.gongkao.payment.refund;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.SheetNote;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what the list is filtered to, screen after screen. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class RefundSheetController {

    private static final List<String> HEAD =
            List.of("退费单号", "缴费单号", "缴费人", "退费情形", "渠道", "订单号", "渠道流水号", "退费金额（元）", "提出时间", "状态", "退回时间");

    private static final int AMOUNT = HEAD.indexOf("退费金额（元）");

    private final RefundLists lists;
    private final WhoPaid whoPaid;
    private final PayerSearch search;
    private final Audit audit;

    RefundSheetController(RefundLists lists, WhoPaid whoPaid, PayerSearch search, Audit audit) {
        this.lists = lists;
        this.whoPaid = whoPaid;
        this.search = search;
        this.audit = audit;
    }

    @GetMapping(RefundController.LIST + "/export")
    void export(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var term = PayerSearch.term(q);
        var filter = RefundLists.Filter.of(state, term);
        int count = 0;
        try (var book = Spreadsheet.answer("退费-" + filter.label() + ".xlsx", answer)) {
            var sheet = book.newWorksheet("退费");
            int row = SheetNote.of(
                            arrived, new Line("状态", filter.label()), SheetNote.chosen("查找", search.said(term, actor)))
                    .write(sheet);
            Spreadsheet.row(sheet, row, HEAD);
            Long before = null;
            do {
                var screen = lists.list(filter, term, before, actor);
                var payers =
                        whoPaid.of(screen.rows().stream().map(Refund::money).toList(), actor);
                for (var refund : screen.rows()) {
                    count++;
                    Spreadsheet.row(sheet, ++row, cells(refund, payers.getOrDefault(refund.money(), "不明")));
                    sheet.value(row, AMOUNT, refund.amount().inYuan());
                }
                sheet.flush();
                before = screen.next();
            } while (before != null);
        }
        audit.seen(actor, "导出退费", "refunds:" + filter.key(), count + " 笔");
    }

    private static List<String> cells(Refund refund, String payer) {
        var charge = refund.charge();
        var done = refund.doneAt();
        return List.of(
                refund.number(),
                charge == null ? "" : charge.number(),
                payer,
                refund.ground().label(),
                refund.channel().label(),
                refund.orderNumber(),
                refund.transaction(),
                "",
                Shanghai.second(refund.openedAt()),
                refund.state().label(),
                done == null ? "" : Shanghai.second(done));
    }
}
