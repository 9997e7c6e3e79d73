package org.gongkao.organisation;

import java.util.List;
import org.gongkao.shared.Fault;

/** The departments of an agency, what can be done to each while units check their entries, and the form for one more. */
record DepartmentsPage(List<Row> rows, boolean open, DepartmentForm form, List<Fault> faults) {

    record Row(String name, String code, int version, String path) {}

    static DepartmentsPage of(
            List<Departments.Entry> departments, String agency, boolean open, DepartmentForm form, List<Fault> faults) {
        return new DepartmentsPage(
                departments.stream().map(one -> row(one, agency)).toList(), open, form, faults);
    }

    private static Row row(Departments.Entry entry, String agency) {
        var one = entry.department();
        var units = new UnitFilter(agency, "", "", one.code(), "", "", "").path();
        return new Row(one.name(), one.code(), entry.version(), units);
    }
}
