package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.catalogue.OccupationNames;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Line;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 证书导入。Certificates by the agency that issued them, a line each; what is found here counts as verified. */
@Component
class CertificateImport implements Task, PersonSheet {

    private final OccupationNames occupations;
    private final IssuingCertificates issuing;

    CertificateImport(OccupationNames occupations, IssuingCertificates issuing) {
        this.occupations = occupations;
        this.issuing = issuing;
    }

    @Override
    public String kind() {
        return "certificates";
    }

    @Override
    public String title() {
        return "导入本机构核发的证书";
    }

    @Override
    public String name() {
        return "certificate-import";
    }

    @Override
    public String label() {
        return "证书导入";
    }

    @Override
    public boolean isOfUnit() {
        return false;
    }

    @Override
    public List<Line> columns(Instant at) {
        return List.of(
                new Line("工种", "与工种目录的名称一致，已合并的工种填证书上的名称"),
                new Line("等级", "如 三级、高级工 或 三级（高级工）"),
                new Line("取证时间", "如 2016-12；只知道年份填 2016"),
                new Line("证书编号", "按证书填写，请把该列设为文本格式"));
    }

    @Override
    public String sameness(List<String> cells) {
        return Choice.plain(cells.get(3));
    }

    @Override
    public void check(List<String> cells, LocalDate birth, Instant at) {
        var faults = new Faults();
        faults.addIf(
                occupations.find(cells.get(0), at).isEmpty(),
                "occupation",
                cells.get(0).isBlank() ? "请填写工种。" : "工种目录中没有“" + cells.get(0) + "”，请按目录的名称填写。");
        faults.addIf(RecordField.level(cells.get(1)).isEmpty(), "level", "等级应为一级至五级，请核对后重填。");
        var obtained = PartialDate.parse(cells.get(2));
        if (obtained.isEmpty()) {
            faults.add("obtained", "取证时间写法不对，请按“2016-12”或“2016年12月”的样子填写。");
        } else if (obtained.get().isAfter(Shanghai.day(at))) {
            faults.add("obtained", "取证时间晚于今天，请核对后重填。");
        } else if (obtained.get().year() < birth.getYear() + 14) {
            faults.add("obtained", "取证时本人不满 14 周岁，请核对取证时间和身份证号码。");
        }
        int length = Choice.plain(cells.get(3)).length();
        faults.addIf(length < 1 || length > 40, "number", "请填写证书编号，不超过 40 个字。");
        // A worker's number of 18 digits would be stored readably.
        faults.addIf(!PersonLine.withoutNumber(cells.get(3)).equals(cells.get(3)), "number", "证书编号像是身份证号码，请填写证书上的编号。");
        faults.refuse();
    }

    @Override
    public String what(JobRow row) {
        return PersonLine.what(row);
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        if (!PersonLine.fault(row).isEmpty()) {
            return Outcome.failed(what(row), PersonLine.fault(row));
        }
        var cells = PersonLine.cells(row);
        var certificate = new IssuingCertificates.Entry(
                PersonLine.person(row),
                cells.get(0).strip(),
                RecordField.level(cells.get(1)).orElseThrow(),
                PartialDate.parse(cells.get(2)).orElseThrow(),
                Choice.plain(cells.get(3)));
        return switch (issuing.enter(certificate, by, at)) {
            case NEW -> Outcome.done(what(row), "已登记，核验时视为有效。", "");
            case CORRECTED -> Outcome.done(what(row), "编号已登记过，内容已更正，原内容留存。", "");
            case SAME -> Outcome.skipped(what(row), "已登记，内容一致，没有更改。", "");
        };
    }
}
