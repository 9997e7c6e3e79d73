package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;

/** What is typed for one year's appraisal. */
record AppraisalForm(String year, String result, String filed) {

    AppraisalForm {
        // A radio that was not chosen arrives as null.
        year = java.util.Objects.requireNonNullElse(year, "");
        result = java.util.Objects.requireNonNullElse(result, "");
        filed = java.util.Objects.requireNonNullElse(filed, "");
    }

    static final AppraisalForm EMPTY = new AppraisalForm("", "", "");

    /** 已读入。 */
    record Read(int year, AppraisalResult result, boolean filed) {}

    /** A year can be appraised in its last month at the earliest; nobody is appraised before the age of work. */
    Read read(LocalDate birth, Instant at) {
        var faults = new Faults();
        var today = Shanghai.day(at);
        var text = Choice.plain(year).replaceAll("年度?$", "");
        int number = text.matches("[0-9]{4}") ? Integer.parseInt(text) : 0;
        int last = today.getMonthValue() == 12 ? today.getYear() : today.getYear() - 1;
        if (number == 0) {
            faults.add("year", "年度请填四位数字，如 " + last + "。");
        } else if (number > last) {
            faults.add("year", number + "年的年度考核还没有结果，请核对年度。");
        } else if (number < birth.getYear() + 14) {
            faults.add("year", number + "年本人不满 14 周岁，请核对年度和身份证号码。");
        }
        var grade = AppraisalResult.parse(result).or(() -> Choice.parse(AppraisalResult.values(), result));
        faults.addIf(grade.isEmpty(), "result", "考核结果应为优秀、合格、基本合格、不合格、不定等次或未参加考核，请改为其中一项。");
        var isFiled = RecordField.yesOrNo(filed);
        faults.addIf(isFiled.isEmpty(), "filed", "是否已备案请填“是”或“否”。");
        faults.refuse();
        return new Read(number, grade.orElseThrow(), isFiled.orElseThrow().equals("YES"));
    }
}
