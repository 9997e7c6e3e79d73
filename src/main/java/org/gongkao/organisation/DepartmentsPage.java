package org.gongkao.organisation;

import java.util.List;
import org.gongkao.shared.Fault;

/** The departments of an agency and the form for one more. */
record DepartmentsPage(List<Row> rows, DepartmentForm form, List<Fault> faults) {

    record Row(String name, String code, String path) {}

    static DepartmentsPage of(List<Department> departments, String agency, DepartmentForm form, List<Fault> faults) {
        return new DepartmentsPage(
                departments.stream()
                        .map(one -> new Row(
                                one.name(), one.code(), new UnitFilter(agency, "", "", one.code(), "", "", "").path()))
                        .toList(),
                form,
                faults);
    }
}
