package org.gongkao.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.shared.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** 单位表。Units as a spreadsheet, in the columns in which they are read in again. Cells are text, never formulas. */
final class UnitSheet {

    static final List<String> HEADER = List.of("统一社会信用代码", "单位名称", "单位类别", "主管部门", "管理机构", "行政区划");

    private static final int[] WIDTHS = {24, 40, 12, 28, 12, 12, 10, 10};

    private UnitSheet() {}

    /** An empty sheet with the columns and what may stand in them. */
    static void template(Agency agency, List<Department> departments, List<Region> regions, OutputStream to)
            throws IOException {
        try (var book = Spreadsheet.to(to)) {
            head(book.newWorksheet("单位"), HEADER);
            var notes = book.newWorksheet("填写说明");
            head(notes, List.of("栏目", "可填的内容"));
            int line = 1;
            line = note(notes, line, "统一社会信用代码", "18位，请把该列设为文本格式后再填");
            line = note(notes, line, "单位名称", "全称，与单位公章一致");
            for (var kind : UnitKind.values()) {
                line = note(notes, line, "单位类别", kind.label());
            }
            line = note(notes, line, "主管部门", "没有主管部门的留空；可填名称或代码");
            for (var department : departments) {
                line = note(notes, line, "主管部门", department.name() + " " + department.code());
            }
            line = note(notes, line, "管理机构", agency.code() + " " + agency.name());
            for (var region : regions) {
                line = note(notes, line, "行政区划", region.code() + " " + region.name() + (region.own() ? "（自编代码）" : ""));
            }
        }
    }

    /** The rows as they come, screen after screen; {@code after} gets the last one's code. */
    static int write(Function<String, List<RegisteredUnits.UnitRow>> after, OutputStream to) throws IOException {
        int line = 1;
        try (var book = Spreadsheet.to(to)) {
            var sheet = book.newWorksheet("单位");
            head(sheet, List.of("统一社会信用代码", "单位名称", "单位类别", "主管部门", "管理机构", "行政区划", "状态", "核对"));
            for (var rows = after.apply("");
                    !rows.isEmpty();
                    rows = after.apply(rows.getLast().code())) {
                for (var row : rows) {
                    write(sheet, line++, row);
                }
                sheet.flush();
            }
        }
        return line - 1;
    }

    private static void write(Worksheet sheet, int line, RegisteredUnits.UnitRow row) {
        sheet.value(line, 0, row.code());
        sheet.value(line, 1, row.name());
        sheet.value(line, 2, row.kind().label());
        sheet.value(line, 3, text(row.department()));
        sheet.value(line, 4, row.agencyCode());
        sheet.value(line, 5, row.regionCode());
        sheet.value(line, 6, row.status().label());
        sheet.value(line, 7, row.checked() ? "已核对" : "未核对");
    }

    private static void head(Worksheet sheet, List<String> labels) {
        for (int column = 0; column < labels.size(); column++) {
            sheet.width(column, WIDTHS[column]);
        }
        Spreadsheet.head(sheet, 0, labels);
    }

    private static int note(Worksheet sheet, int line, String column, String text) {
        sheet.value(line, 0, column);
        sheet.value(line, 1, text);
        return line + 1;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
