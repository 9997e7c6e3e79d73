package org.gongkao.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An agency's range: the overview, one place of it, and its decisions. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class SupervisionController {

    static final String LIST = "/supervision";

    private static final List<String> HEAD = List.of(
            "机构", "待审", "最早到达", "前半", "过半", "将到期", "超期", "决定", "通过", "退回修改", "审核不通过", "退回率", "不通过率", "用时中位数（工作日）");

    private final Oversight oversight;
    private final Figures figures;
    private final OverviewPages overview;
    private final PlacePages places;
    private final Audit audit;

    SupervisionController(
            Oversight oversight, Figures figures, OverviewPages overview, PlacePages places, Audit audit) {
        this.oversight = oversight;
        this.figures = figures;
        this.overview = overview;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping(LIST)
    ModelAndView overview(@RequestParam(defaultValue = "late") String sort, Actor actor, Instant arrived) {
        return Pages.page(
                "supervision/overview", overview.page(oversight.of(actor, arrived), SortedBy.of(sort), arrived));
    }

    @GetMapping(LIST + "/export")
    void export(Actor actor, Instant arrived, HttpServletResponse answer) throws IOException {
        var lines = figures.of(oversight.of(actor, arrived), arrived);
        try (var book = Spreadsheet.answer("事中事后监管.xlsx", answer)) {
            var sheet = book.newWorksheet("事中事后监管");
            sheet.value(0, 0, "截至 " + Shanghai.minute(arrived));
            Spreadsheet.row(sheet, 1, HEAD);
            sheet.freezePane(0, 2);
            for (int row = 0; row < lines.size(); row++) {
                var cells = cells(lines.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Number number) {
                        sheet.value(row + 2, column, number);
                    } else {
                        sheet.value(row + 2, column, cells.get(column).toString());
                    }
                }
            }
        }
        audit.seen(actor, "导出监管数字", "supervision", lines.size() + " 个机构");
    }

    private static List<Object> cells(Figures.Line line) {
        var waiting = line.waiting();
        var decided = line.decided();
        var oldest = waiting.oldest();
        return List.of(
                line.agency().name(),
                waiting.waiting(),
                oldest == null ? "" : Shanghai.minute(oldest),
                waiting.firstHalf(),
                waiting.secondHalf(),
                waiting.dueSoon(),
                waiting.late(),
                decided.all(),
                decided.approved(),
                decided.returned(),
                decided.rejected(),
                Share.of(decided.returned(), decided.all()),
                Share.of(decided.rejected(), decided.all()),
                decided.median() == null ? "" : decided.median());
    }

    @GetMapping(LIST + "/{code}")
    ModelAndView place(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String sign,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Instant arrived) {
        var range = oversight.of(actor, arrived);
        var agency = oversight.get(code, actor, arrived);
        var filter = new Decisions.Filter(
                RiskKind.of(sign), officer == null || !officer.matches("[0-9]{1,18}") ? null : Long.valueOf(officer));
        var key = before == null || !before.matches("[0-9]{1,17}-[0-9]{1,18}") ? null : before;
        return Pages.page("supervision/place", places.page(agency, range, filter, key, arrived));
    }
}
