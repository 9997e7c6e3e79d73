package org.gongkao.organisation;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** One unit: what it is now, what it was, and what can be done. */
record UnitPage(
        String code,
        String name,
        Sign sign,
        String status,
        int version,
        List<Line> facts,
        List<Line> history,
        boolean canAmend,
        boolean canDissolve,
        String why,
        String request,
        String reason,
        List<Fault> faults) {

    /** The form for adding or amending; {@code version} is 0 for a new unit. */
    record Form(
            String title,
            String action,
            String back,
            int version,
            UnitForm form,
            List<Option> kinds,
            List<Option> departments,
            List<Option> regions,
            List<Fault> faults) {}

    static List<Line> history(List<Units.Line> lines) {
        var shown = new ArrayList<Line>();
        for (var line : lines) {
            var said = new StringBuilder(line.act().label())
                    .append("：")
                    .append(line.name())
                    .append("，")
                    .append(line.kind().label())
                    .append("，主管部门")
                    .append(line.department() == null ? "无" : line.department())
                    .append("，")
                    .append(line.region())
                    .append("。依据：")
                    .append(line.reason());
            if (line.changeNumber() != null) {
                said.append("（申请 ").append(line.changeNumber()).append("）");
            }
            said.append("。")
                    .append(org.gongkao.shared.Role.valueOf(line.role()).label())
                    .append("办理");
            shown.add(new Line(Shanghai.minute(line.validFrom()), said.toString()));
        }
        return shown;
    }

    static List<Option> kinds() {
        return java.util.Arrays.stream(UnitKind.values())
                .map(kind -> Option.of(kind.name(), kind.label()))
                .toList();
    }

    static List<Option> departments(List<Department> departments) {
        return departments.stream()
                .map(one -> Option.of(one.code(), one.name()))
                .toList();
    }

    static List<Option> regions(List<Region> regions) {
        return regions.stream()
                .map(one -> Option.of(one.code(), one.name() + (one.own() ? "（自编代码 " : "（") + one.code() + "）"))
                .toList();
    }
}
