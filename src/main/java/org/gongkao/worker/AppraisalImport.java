package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;

/** 年度考核导入。The unit's appraisals, a line for each worker and year. */
@Component
class AppraisalImport implements Task, PersonSheet {

    private final KeepingRecords keeping;
    private final Persons persons;

    AppraisalImport(KeepingRecords keeping, Persons persons) {
        this.keeping = keeping;
        this.persons = persons;
    }

    @Override
    public String kind() {
        return "appraisals";
    }

    @Override
    public String title() {
        return "导入年度考核结果";
    }

    @Override
    public String name() {
        return "appraisal-import";
    }

    @Override
    public String label() {
        return "年度考核导入";
    }

    @Override
    public boolean isOfUnit() {
        return true;
    }

    @Override
    public List<Line> columns(Instant at) {
        var results =
                Stream.of(AppraisalResult.values()).map(AppraisalResult::label).collect(Collectors.joining("；"));
        return List.of(
                new Line("年度", "四位数字，如 2022"),
                new Line("考核结果", "可填：" + results + "（称职、基本称职、不称职分别按合格、基本合格、不合格登记）"),
                new Line("是否已备案", "考核结果已报组织人事部门备案的填 是，否则填 否"));
    }

    @Override
    public String sameness(List<String> cells) {
        return Choice.plain(cells.getFirst());
    }

    @Override
    public void check(List<String> cells, LocalDate birth, Instant at) {
        form(cells).read(birth, at);
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
        long person = PersonLine.person(row);
        var read = form(PersonLine.cells(row)).read(persons.card(person).birth(), at);
        var path = RecordFilter.BASE + "/" + person;
        return keeping.appraise(person, read, "单位批量导入", by, at)
                ? Outcome.done(what(row), read.year() + "年考核结果已登记。", path)
                : Outcome.skipped(what(row), read.year() + "年考核结果与已有记录一致，没有更改。", path);
    }

    private static AppraisalForm form(List<String> cells) {
        return new AppraisalForm(cells.get(0), cells.get(1), cells.get(2));
    }
}
