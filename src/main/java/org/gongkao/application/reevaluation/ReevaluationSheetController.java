package org.gongkao.application.reevaluation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Role;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The differing files of a run as a spreadsheet, exactly as the list is filtered. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class ReevaluationSheetController {

    private static final List<String> HEAD = List.of("申报编号", "原结论", "复评结论", "申报途径", "最早可申报", "有变化的条件");

    private static final int AT_ONCE = 1_000;

    private final Reevaluations reevaluations;
    private final Differences differences;
    private final Audit audit;

    ReevaluationSheetController(Reevaluations reevaluations, Differences differences, Audit audit) {
        this.reevaluations = reevaluations;
        this.differences = differences;
        this.audit = audit;
    }

    @GetMapping(Reevaluation.HERE + "/{id:\\d+}/differences.xlsx")
    void export(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String condition,
            Actor actor,
            HttpServletResponse answer)
            throws IOException {
        var run = reevaluations.get(id, actor);
        int count;
        try (var book = Spreadsheet.answer("复评-" + run.id() + ".xlsx", answer)) {
            var sheet = book.newWorksheet("结论有变化的申报");
            Spreadsheet.row(sheet, 0, HEAD);
            sheet.freezePane(0, 1);
            count = rows(run, DifferenceFilter.of(before, after, condition), sheet);
        }
        audit.seen(actor, "导出资格复评结果", "reevaluation:" + run.id(), count + " 份");
    }

    private int rows(Reevaluation run, DifferenceFilter filter, Worksheet sheet) throws IOException {
        int count = 0;
        for (var found = differences.list(run, filter, 0, AT_ONCE);
                !found.isEmpty();
                found = differences.list(run, filter, found.getLast().application(), AT_ONCE)) {
            for (var one : found) {
                write(sheet, ++count, run, one);
            }
            sheet.flush();
        }
        return count;
    }

    // Written into the cell: texts that the workbook shares among cells stay in memory to the end.
    private static void write(Worksheet sheet, int row, Reevaluation run, Comparison one) {
        sheet.inlineString(row, 0, one.number());
        sheet.inlineString(row, 1, one.overallBefore().label());
        sheet.inlineString(row, 2, one.overallAfter().label());
        sheet.inlineString(row, 3, ReevaluationWords.path(one));
        sheet.inlineString(row, 4, ReevaluationWords.year(one));
        sheet.inlineString(row, 5, String.join("；", ReevaluationWords.conditions(run, one)));
    }
}
