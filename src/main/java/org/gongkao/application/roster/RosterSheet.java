package org.gongkao.application.roster;

import java.util.List;
import org.gongkao.shared.Shanghai;

/** 花名册纸质件。The sheet that the unit stamps; its foot carries version and hash. */
record RosterSheet(String title, String unitName, String unitCode, String foot, String hash, List<Row> rows) {

    /** 纸质件行。One line on paper. */
    record Row(
            int place, String name, String maskedNumber, String sex, String level, String occupation, String number) {}

    static RosterSheet of(RosterVersion version, String unitName, Roster roster) {
        int place = 0;
        var rows = new java.util.ArrayList<Row>();
        for (var line : roster.lines()) {
            rows.add(new Row(
                    ++place,
                    line.name(),
                    line.maskedNumber(),
                    line.sex(),
                    line.level().full(),
                    line.occupation(),
                    line.number()));
        }
        return new RosterSheet(
                version.year() + "年机关事业单位工勤技能岗位等级考核申报人员花名册",
                unitName,
                version.unitCode(),
                "第 " + version.version() + " 版，" + Shanghai.minute(version.frozenAt()) + " 定稿，校验码 "
                        + version.shortHash(),
                version.hash(),
                List.copyOf(rows));
    }
}
