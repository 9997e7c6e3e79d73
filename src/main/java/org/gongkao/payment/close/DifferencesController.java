package org.gongkao.payment.close;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Page;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The differences of all days: looked through, and exported as they are filtered. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class DifferencesController {

    static final String HERE = MoneyController.HERE + "/differences";
    static final String EXPORT = HERE + "/export";

    private static final int SCREEN = 50;
    private static final int AT_ONCE = 1_000;

    private static final List<String> HEAD =
            List.of("记账日", "差异", "渠道", "流水号", "订单号", "缴费人", "账上（元）", "对方（元）", "差额（元）", "状态", "经办人", "说明", "建议办法");

    private final DifferenceRows rows;
    private final DifferenceWords words;
    private final PayerSearch payers;
    private final Audit audit;

    DifferencesController(DifferenceRows rows, DifferenceWords words, PayerSearch payers, Audit audit) {
        this.rows = rows;
        this.words = words;
        this.payers = payers;
        this.audit = audit;
    }

    @GetMapping(HERE)
    ModelAndView show(DifferenceFilter filter, @RequestParam(defaultValue = "") String before, Actor actor) {
        var faults = new Faults();
        var asked = filter.read(faults);
        var key = before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
        var found = faults.any() ? new Page<Difference>(List.of(), null) : rows.list(asked, key, SCREEN, actor);
        var said = words.of(found.rows(), false, Map.of(), actor);
        var here = filter.path(HERE);
        var unsettled = rows.unsettled();
        var page = new DifferencesPage(
                unsettled.count() == 0 ? "没有未了的对账差异" : unsettled.count() + " 条对账差异未了，不分正负合计 " + unsettled.sum(),
                filter,
                payers.field(
                        HERE,
                        filter.state().isEmpty() ? Map.of() : Map.of("state", filter.state()),
                        filter.q(),
                        "、退费单号、渠道流水号，都要写完整。",
                        actor),
                filter.chips(asked),
                IntStream.range(0, said.size())
                        .mapToObj(place -> row(found.rows().get(place), said.get(place)))
                        .toList(),
                key == null ? "" : here,
                found.next() == null ? "" : here + (here.contains("?") ? "&" : "?") + "before=" + found.next(),
                filter.path(EXPORT),
                faults.list());
        return faults.any()
                ? Pages.refused("payment/close/differences", page)
                : Pages.page("payment/close/differences", page);
    }

    private static DifferencesPage.Row row(Difference one, DayPage.DifferenceRow said) {
        return new DifferencesPage.Row(Shanghai.date(one.day()), DayController.path(one.day()), said);
    }

    @GetMapping(EXPORT)
    void export(DifferenceFilter filter, Actor actor, Instant arrived, HttpServletResponse answer) throws IOException {
        var faults = new Faults();
        var asked = filter.read(faults);
        faults.refuse();
        int count = 0;
        try (var book = Spreadsheet.answer("对账差异.xlsx", answer)) {
            var sheet = book.newWorksheet("对账差异");
            int row =
                    filter.note(asked, payers.said(filter.q(), actor), arrived).write(sheet);
            Spreadsheet.row(sheet, row, HEAD);
            Long before = null;
            do {
                var page = rows.list(asked, before, AT_ONCE, actor);
                var said = words.of(page.rows(), false, Map.of(), actor);
                for (int place = 0; place < said.size(); place++) {
                    count++;
                    write(sheet, ++row, page.rows().get(place), said.get(place));
                }
                sheet.flush();
                before = page.next() == null ? null : Long.valueOf(page.next());
            } while (before != null);
        }
        audit.seen(actor, "导出对账差异", "payment:differences", count + " 条");
    }

    private static void write(Worksheet sheet, int row, Difference one, DayPage.DifferenceRow said) {
        var number = one.number();
        sheet.inlineString(row, 0, Shanghai.date(one.day()));
        sheet.inlineString(row, 1, said.kind());
        sheet.inlineString(row, 2, said.channel());
        sheet.inlineString(row, 3, one.reference());
        sheet.inlineString(row, 4, number == null ? "" : number);
        sheet.inlineString(row, 5, said.payer());
        sheet.value(row, 6, one.ours().inYuan());
        sheet.value(row, 7, one.theirs().inYuan());
        sheet.value(row, 8, one.amount().inYuan());
        sheet.inlineString(row, 9, said.state());
        sheet.inlineString(row, 10, said.ownerName());
        sheet.inlineString(row, 11, said.note());
        sheet.inlineString(row, 12, one.state() == DifferenceState.SETTLED ? "" : said.suggestion());
    }
}
