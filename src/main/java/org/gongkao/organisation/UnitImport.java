package org.gongkao.organisation;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.springframework.stereotype.Component;

/**
 * 单位导入。Adds one unit for each line of a spreadsheet. It only adds: a code that is there already is passed over when the
 * line says the same, and told when it says something else.
 */
@Component
class UnitImport implements Task {

    static final String NAME = "unit-import";

    private final MaintainingUnits maintaining;
    private final Organisation organisation;

    UnitImport(MaintainingUnits maintaining, Organisation organisation) {
        this.maintaining = maintaining;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "单位导入";
    }

    @Override
    public String what(JobRow row) {
        return row.cell(1).isEmpty() || row.cell(1).startsWith("=") ? row.cell(0) : row.cell(1);
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        var form = new UnitForm(row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.cell(5), "批量导入");
        checkCells(row, form, by);
        var known = organisation.findUnit(form.code());
        if (known.isPresent()) {
            return known(known.get(), form, by, what(row));
        }
        var unit = maintaining.add(form, by, at);
        return Outcome.done(
                unit.name(),
                new SocialCreditCode(unit.code()).isUsualHere() ? "已新增。" : "已新增。代码开头不是机关、事业单位常用的11、12、13、19，请再核对证书。",
                UnitFilter.BASE + "/" + unit.code());
    }

    /** What only a spreadsheet can do wrong, together with what any form can. */
    private void checkCells(JobRow row, UnitForm form, Actor by) {
        var faults = new Faults();
        for (int place = 0; place < UnitSheet.HEADER.size(); place++) {
            faults.addIf(
                    row.cell(place).startsWith("="), "cell", "“" + UnitSheet.HEADER.get(place) + "”一格是公式，请改为直接填写内容。");
        }
        if (row.cell(0).matches("[0-9.]+[Ee]\\+?[0-9]+")) {
            faults.add("code", "代码被表格软件存成了数字，末几位已丢失，请把该列设为文本格式后重新填写。");
        }
        if (faults.any()) {
            faults.refuse();
        }
        checkAgency(form, by).ifPresent(sentence -> faults.add("agency", sentence));
        if (faults.any()) {
            try {
                form.read(organisation, by.office().code());
            } catch (InvalidInput invalid) {
                invalid.faults().forEach(fault -> faults.add(fault.field(), fault.sentence()));
            }
        }
        faults.refuse();
    }

    private Optional<String> checkAgency(UnitForm form, Actor by) {
        var own = organisation.agency(by.office().code());
        if (form.agency().equals(own.code()) || form.agency().equals(own.name())) {
            return Optional.empty();
        }
        if (form.agency().isEmpty()) {
            return Optional.of("管理机构没有填写，请填 " + own.code() + "。");
        }
        return Optional.of(
                organisation.findAgency(form.agency()).isPresent()
                        ? "管理机构“" + form.agency() + "”不是本机构，请由该机构自行导入。"
                        : "没有代码为“" + form.agency() + "”的管理机构，本机构是 " + own.code() + "。");
    }

    private Outcome known(Unit known, UnitForm form, Actor by, String what) {
        var path = UnitFilter.BASE + "/" + known.code();
        if (!known.agencyCode().equals(by.office().code())) {
            return Outcome.failed(what, "代码 " + known.code() + " 已由其他管理机构登记，请与上级工考管理机构核实。");
        }
        return form.read(organisation, by.office().code()).equals(known)
                ? Outcome.skipped(what, "已登记，内容一致，没有重复新增。", path)
                : Outcome.failed(what, "代码 " + known.code() + " 已登记为“" + known.name() + "”，导入只新增，不更改已有单位。");
    }
}
