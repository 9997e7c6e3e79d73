package org.gongkao.organisation;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** The list of units of an agency. */
record UnitListPage(
        Brief brief,
        String heading,
        UnitFilter filter,
        List<Option> agencies,
        List<Option> departments,
        List<Chip> kinds,
        List<Chip> statuses,
        List<Chip> checks,
        List<Row> rows,
        String counted,
        String byName,
        String byCode,
        String export,
        String first,
        String next,
        boolean own,
        int requests) {

    static final int SCREEN = 50;
    static final int COUNTED = 10_000;

    record Row(
            String path,
            String code,
            String name,
            String kind,
            String department,
            String region,
            Sign sign,
            String state) {}

    /** Everything the list is made of, as the controller has asked for it. */
    record Found(
            Agency agency,
            List<Agency> agencies,
            List<Department> departments,
            List<RegisteredUnits.UnitRow> rows,
            int count,
            int requests,
            boolean own) {}

    static UnitListPage of(Brief brief, UnitFilter filter, Found found, String after) {
        boolean more = found.rows().size() > SCREEN;
        var shown = more ? found.rows().subList(0, SCREEN) : found.rows();
        return new UnitListPage(
                brief,
                found.agency().name() + "的单位",
                filter,
                found.agencies().stream()
                        .map(one -> Option.of(one.code(), one.name()))
                        .toList(),
                departments(found.departments()),
                kinds(filter),
                statuses(filter),
                checks(filter),
                shown.stream().map(UnitListPage::row).toList(),
                found.count() >= COUNTED ? "10,000 家以上" : String.format("%,d 家", found.count()),
                filter.withSort("name").path(),
                filter.withSort("code").path(),
                filter.path(UnitFilter.BASE + ".xlsx", ""),
                after.isEmpty() ? "" : filter.path(),
                more ? filter.path(UnitFilter.BASE, shown.getLast().code()) : "",
                found.own(),
                found.requests());
    }

    private static List<Option> departments(List<Department> departments) {
        var options = new ArrayList<Option>();
        options.add(Option.of(UnitFilter.NO_DEPARTMENT, "无主管部门"));
        departments.forEach(one -> options.add(Option.of(one.code(), one.name())));
        return options;
    }

    private static List<Chip> kinds(UnitFilter filter) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部类别", filter.withKind("").path(), filter.kind().isEmpty()));
        for (var kind : UnitKind.values()) {
            chips.add(Chip.of(
                    kind.label(),
                    filter.withKind(kind.name()).path(),
                    filter.kind().equals(kind.name())));
        }
        return chips;
    }

    private static List<Chip> statuses(UnitFilter filter) {
        return List.of(
                Chip.of(
                        "正常",
                        filter.withStatus("ACTIVE").path(),
                        filter.status().equals("ACTIVE")),
                Chip.of(
                        "已撤销",
                        filter.withStatus("DISSOLVED").path(),
                        filter.status().equals("DISSOLVED")),
                Chip.of("全部状态", filter.withStatus("all").path(), filter.status().equals("all")));
    }

    private static List<Chip> checks(UnitFilter filter) {
        return List.of(
                Chip.of("不限核对", filter.withChecked("").path(), filter.checked().isEmpty()),
                Chip.of(
                        "单位已核对",
                        filter.withChecked("yes").path(),
                        filter.checked().equals("yes")),
                Chip.of(
                        "单位未核对",
                        filter.withChecked("no").path(),
                        filter.checked().equals("no")));
    }

    private static Row row(RegisteredUnits.UnitRow row) {
        boolean active = row.status() == UnitStatus.ACTIVE;
        return new Row(
                UnitFilter.BASE + "/" + row.code(),
                row.code(),
                row.name(),
                row.kind().label(),
                orDash(row.department()),
                row.region(),
                active ? row.checked() ? Sign.MET : Sign.REST : Sign.NONE,
                active ? row.checked() ? "已核对" : "未核对" : row.status().label());
    }

    static String orDash(@Nullable String text) {
        return text == null ? "—" : text;
    }
}
