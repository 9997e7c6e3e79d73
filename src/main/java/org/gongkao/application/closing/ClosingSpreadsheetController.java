package org.gongkao.application.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Level;
import org.gongkao.shared.Role;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Exports a reported version: the counts, and the list stretch after stretch, so that memory does not grow with it. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ClosingSpreadsheetController {

    private static final List<String> HEAD = List.of("申报编号", "申报等级", "申报工种", "审查结论");

    /** Rows read with one statement. */
    private static final int AT_ONCE = 5_000;

    private final FindingReports finding;
    private final ClosedVersions versions;
    private final ClosingWords words;
    private final Audit audit;

    ClosingSpreadsheetController(FindingReports finding, ClosedVersions versions, ClosingWords words, Audit audit) {
        this.finding = finding;
        this.versions = versions;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/closings/{agencyCode}/versions/{version}/spreadsheet")
    void export(
            @PathVariable String agencyCode,
            @PathVariable int version,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var found = finding.find(agencyCode, version, actor, arrived);
        var cycle = found.reporter().cycle();
        try (var book = Spreadsheet.answer("资格审查汇总表第" + version + "版.xlsx", answer)) {
            counts(book.newWorksheet("汇总"), found.version(), cycle);
            list(book.newWorksheet("名单"), found.version(), cycle);
        }
        audit.seen(actor, "导出汇总表", found.closing().subject(), "表格，第 " + version + " 版");
    }

    private void counts(Worksheet sheet, ClosedVersion version, Cycle cycle) throws IOException {
        var figures = versions.figures(version);
        int row = 0;
        for (var table : List.of(words.byLevel(figures), words.byOccupation(figures, cycle))) {
            sheet.inlineString(row, 0, table.what());
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.inlineString(row, column + 1, table.columns().get(column));
            }
            for (var line : table.rows()) {
                sheet.inlineString(++row, 0, line.label());
                for (int column = 0; column < line.counts().size(); column++) {
                    sheet.value(row, column + 1, line.counts().get(column));
                }
            }
            row += 2;
        }
        for (var one : versions.outstanding(version)) {
            sheet.inlineString(row, 0, one.label());
            sheet.value(row++, 1, one.files());
        }
        sheet.inlineString(
                row + 1, 0, "第 " + version.version() + " 版，责任人 " + version.responsible() + "，校验码 " + version.hash());
        // One sheet at a time is open for writing.
        sheet.finish();
    }

    // Written into the cell: texts that the workbook shares among cells stay in memory to the end.
    private void list(Worksheet sheet, ClosedVersion version, Cycle cycle) throws IOException {
        for (int column = 0; column < HEAD.size(); column++) {
            sheet.inlineString(0, column, HEAD.get(column));
        }
        sheet.freezePane(0, 1);
        int row = 0;
        String after = "";
        while (after != null) {
            var page = versions.lines(version, after, AT_ONCE);
            for (var one : page.rows()) {
                sheet.inlineString(++row, 0, one.number());
                sheet.inlineString(row, 1, Level.of(one.level()).full());
                sheet.inlineString(row, 2, words.occupation(one.occupation(), cycle));
                sheet.inlineString(row, 3, one.conclusion().label());
            }
            sheet.flush();
            after = page.next();
        }
    }
}
