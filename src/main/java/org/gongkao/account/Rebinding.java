package org.gongkao.account;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.worker.Worker;
import org.gongkao.worker.Workers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重新绑定。Asks for the correction of a worker's account. A number that somebody else registered stands unconfirmed at
 * whatever unit they named, so an unconfirmed worker can be claimed by the unit where the person with the card is known.
 */
@Component
class Rebinding {

    private final Persons persons;
    private final Workers workers;
    private final Organisation organisation;
    private final Corrections corrections;
    private final Codes codes;
    private final Audit audit;

    Rebinding(
            Persons persons,
            Workers workers,
            Organisation organisation,
            Corrections corrections,
            Codes codes,
            Audit audit) {
        this.persons = persons;
        this.workers = workers;
        this.organisation = organisation;
        this.corrections = corrections;
        this.codes = codes;
        this.audit = audit;
    }

    /** What can be told without using the code up. */
    void check(CorrectionForm form, Asker asker, Actor clerk) {
        var faults = new Faults();
        var number = NationalId.parse(form.number());
        faults.addIf(number.isEmpty(), "number", "身份证号码不对，请对照身份证核对 18 位号码。");
        number.ifPresent(id -> faults.addIf(
                workers.findByNumber(id).filter(w -> isMine(w, clerk)).isEmpty(),
                "number",
                "没有找到可由您办理的这位职工：没有注册过的请本人先注册；已在其他单位核验的请那个单位办理。"));
        var phone = Phone.parse(form.phone());
        faults.addIf(phone.isEmpty(), "phone", "手机号不对，请填写 11 位手机号。");
        phone.ifPresent(
                to -> codes.fault(Purpose.REBINDING, to, asker, form.code()).ifPresent(why -> faults.add("code", why)));
        reason(form.reason(), faults);
        faults.addIf(!form.seen(), "seen", "请当面核对本人和身份证原件后打勾。");
        faults.refuse();
    }

    @Transactional
    long request(CorrectionForm form, Asker asker, Actor clerk, Instant arrived) {
        var phone = Phone.parse(form.phone()).orElseThrow();
        codes.use(Purpose.REBINDING, phone, asker, form.code());
        var worker = NationalId.parse(form.number())
                .flatMap(workers::findByNumber)
                .filter(w -> isMine(w, clerk))
                .orElseThrow();
        var unit = clerk.is(Role.UNIT_CLERK) ? clerk.office().code() : worker.unitCode();
        long id = corrections.add(
                CorrectionKind.PHONE,
                worker.personId(),
                unit,
                phone,
                null,
                form.reason().strip(),
                clerk,
                arrived);
        audit.record(clerk, "申请重新绑定", "correction:" + id, "已当面核对本人和身份证");
        return id;
    }

    /** Asked by the worker, decided by the unit, which has the personnel file. */
    @Transactional
    long requestName(String typed, String reason, Actor worker, Instant arrived) {
        var faults = new Faults();
        var name = PersonName.parse(typed);
        faults.addIf(name.isEmpty(), "name", "请填写与身份证一致的姓名；名字中间有点的，用“·”隔开。");
        faults.addIf(name.isPresent() && persons.name(worker.person()).equals(name.get()), "name", "这和现在的姓名一样，不用更改。");
        reason(reason, faults);
        faults.refuse();
        var unit = workers.find(worker.person()).map(Worker::unitCode).orElseThrow();
        long id = corrections.add(
                CorrectionKind.NAME, worker.person(), unit, null, name.orElseThrow(), reason.strip(), worker, arrived);
        audit.record(worker, "申请更改姓名", "correction:" + id, "");
        return id;
    }

    private boolean isMine(Worker worker, Actor clerk) {
        if (clerk.is(Role.UNIT_CLERK)) {
            return worker.unitCode().equals(clerk.office().code()) || !worker.confirmed();
        }
        return organisation
                .findUnit(worker.unitCode())
                .filter(unit -> unit.agencyCode().equals(clerk.office().code()))
                .isPresent();
    }

    private static void reason(String reason, Faults faults) {
        int length = reason.strip().length();
        faults.addIf(length < 4 || length > 200, "reason", "请写明原因，4 至 200 个字。");
    }

    /** Nobody decides what they asked for, or what is about themselves. */
    static void refuseOwn(Correction correction, Actor by) {
        if (correction.isOwn(by)) {
            throw new Refusal(AccountRefusal.CORRECTION_OWN);
        }
    }
}
