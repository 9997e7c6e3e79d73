package org.gongkao.textbook;

import java.util.List;
import org.gongkao.shared.Shanghai;

/** 教材征订单纸质件。The sheet that the unit stamps and sends in with the roster. */
record SheetPaper(String title, String unitName, String unitCode, String foot, String hash, List<Row> rows, int total) {

    /** 纸质件行。One book. */
    record Row(int place, String level, String occupation, int quantity) {}

    static SheetPaper of(SheetVersion version, String unitName, OrderSheet sheet) {
        var rows = new java.util.ArrayList<Row>();
        for (var line : sheet.lines()) {
            rows.add(new Row(rows.size() + 1, line.level().full(), line.occupation(), line.quantity()));
        }
        return new SheetPaper(
                version.year() + "年工勤技能岗位等级考核教材征订单",
                unitName,
                version.unitCode(),
                "第 " + version.version() + " 版，" + Shanghai.minute(version.confirmedAt()) + " 确认，校验码 "
                        + version.shortHash(),
                version.hash(),
                List.copyOf(rows),
                sheet.total());
    }
}
