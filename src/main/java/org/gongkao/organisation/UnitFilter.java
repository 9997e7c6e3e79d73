package org.gongkao.organisation;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.shared.Address;
import org.jspecify.annotations.Nullable;

/** 单位筛选。What a list of units is narrowed down to; it stands in the address, so that it can be kept and sent on. */
record UnitFilter(
        String agency, String term, String kind, String department, String status, String checked, String sort) {

    static final String BASE = "/administration/units";

    /** 无主管部门, as a choice beside the departments. */
    static final String NO_DEPARTMENT = "none";

    UnitFilter {
        agency = text(agency);
        term = text(term);
        kind = isOne(UnitKind.values(), text(kind)) ? text(kind) : "";
        department = text(department);
        status = text(status).equals("all") || isOne(UnitStatus.values(), text(status)) ? text(status) : "ACTIVE";
        checked = text(checked).equals("yes") || text(checked).equals("no") ? text(checked) : "";
        sort = text(sort).equals("code") ? "code" : "name";
    }

    UnitFilter withAgency(String to) {
        return new UnitFilter(to, term, kind, department, status, checked, sort);
    }

    UnitFilter withKind(String to) {
        return new UnitFilter(agency, term, to, department, status, checked, sort);
    }

    UnitFilter withStatus(String to) {
        return new UnitFilter(agency, term, kind, department, to, checked, sort);
    }

    UnitFilter withChecked(String to) {
        return new UnitFilter(agency, term, kind, department, status, to, sort);
    }

    UnitFilter withSort(String to) {
        return new UnitFilter(agency, term, kind, department, status, checked, to);
    }

    boolean byCode() {
        return sort.equals("code");
    }

    String path() {
        return path(BASE, "");
    }

    /** The address of this list, from a screen on. */
    String path(String base, String after) {
        return Address.of(base)
                .with("agency", agency)
                .with("term", term)
                .with("kind", kind)
                .with("department", department)
                .with("status", status.equals("ACTIVE") ? "" : status)
                .with("checked", checked)
                .with("sort", byCode() ? sort : "")
                .with("after", after)
                .toString();
    }

    /** What was asked for, in words; a department goes by its number. */
    String said() {
        return Stream.of(
                        term.isEmpty() ? "" : "按名称或代码",
                        kind.isEmpty() ? "" : "性质" + UnitKind.valueOf(kind).label(),
                        department.isEmpty() ? "" : department.equals(NO_DEPARTMENT) ? "无主管部门" : "主管部门 " + department,
                        status.equals("all")
                                ? "含已注销"
                                : "状态" + UnitStatus.valueOf(status).label(),
                        checked.isEmpty() ? "" : checked.equals("yes") ? "已核对" : "未核对")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static boolean isOne(Enum<?>[] constants, String name) {
        for (var one : constants) {
            if (one.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
