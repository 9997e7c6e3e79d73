package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 主管部门维护。Departments are kept like the units under them: added at any time, renamed and closed while units check their
 * entries (考务通知 四（一）), since files name them from then on.
 */
@Service
class MaintainingDepartments {

    private final Departments departments;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MaintainingDepartments(Departments departments, Cycles cycles, Audit audit, ApplicationEventPublisher events) {
        this.departments = departments;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void add(DepartmentForm form, Actor by) {
        var department = form.read(by.office().code());
        departments.add(department);
        audit.record(by, "新增主管部门", "department:" + department.code(), "");
    }

    @Transactional
    void rename(String code, int seenVersion, DepartmentForm form, String reason, Actor by, Instant at) {
        var entry = departments.get(code, by).asSeenAt(seenVersion);
        UnitTime.NAMES_WINDOW.check(cycles.find(by.office().code(), at), at);
        var renamed = new DepartmentForm(code, form.name()).read(by.office().code());
        MaintainingUnits.reasoned(reason.strip());
        new Faults()
                .addIf(
                        renamed.name().equals(entry.department().name()),
                        "name",
                        OrganisationRefusal.NOTHING_CHANGED.sentence())
                .refuse();
        departments.rename(entry, renamed.name(), reason.strip(), by, at);
        audit.record(by, "主管部门更名", "department:" + code, "");
    }

    @Transactional
    void close(String code, int seenVersion, String reason, Actor by, Instant at) {
        var entry = departments.get(code, by).asSeenAt(seenVersion);
        UnitTime.NAMES_WINDOW.check(cycles.find(by.office().code(), at), at);
        MaintainingUnits.reasoned(reason.strip());
        int units = departments.units(code);
        if (units > 0) {
            throw new Refusal(OrganisationRefusal.DEPARTMENT_HAS_UNITS, units);
        }
        departments.close(entry, reason.strip(), by, at);
        audit.record(by, "停用主管部门", "department:" + code, "");
        events.publishEvent(new OfficeClosed(Office.department(code).toString()));
    }
}
