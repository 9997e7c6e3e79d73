package org.gongkao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.application.Act;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.Oversight.Overseen;
import org.jspecify.annotations.Nullable;

/** 抽查登记表单。What an officer typed to order a check. */
record OrderForm(String agency, String decision, String first, String last, String wanted, String reason) {

    static final List<Act> DECISIONS = List.of(Act.APPROVE, Act.REJECT, Act.RETURN);
    static final int MOST = 500;
    private static final int LONGEST = 200;

    CheckOrder read(List<Overseen> range, Instant now) {
        var faults = new Faults();
        var checked = range.stream()
                .filter(one -> !one.own() && one.code().equals(agency))
                .findFirst()
                .orElse(null);
        faults.addIf(checked == null, "agency", "请选择要抽查的机构。");
        var kind = DECISIONS.stream()
                .filter(act -> act.name().equals(decision))
                .findFirst()
                .orElse(null);
        faults.addIf(kind == null, "decision", "请选择抽查哪一种决定。");
        var from = day("first", first, faults);
        var to = day("last", last, faults);
        if (from != null && to != null) {
            faults.addIf(to.isBefore(from), "last", "结束日期不能早于开始日期。");
            faults.addIf(to.isAfter(Shanghai.day(now)), "last", "结束日期不能晚于今天：只抽查已经作出的决定。");
        }
        int count = wanted.strip().matches("[0-9]{1,3}") ? Integer.parseInt(wanted.strip()) : 0;
        faults.addIf(count < 1 || count > MOST, "wanted", "请填写抽查几份，1 至 " + MOST + "。");
        faults.addIf(reason.isBlank(), "reason", "请写明为什么抽查。");
        faults.addIf(reason.length() > LONGEST, "reason", "请控制在" + LONGEST + "字以内。");
        faults.refuse();
        if (checked == null || kind == null || from == null || to == null) {
            throw new IllegalStateException("refused above");
        }
        return new CheckOrder(checked.office(), kind, from, to, count, reason.strip());
    }

    private static @Nullable LocalDate day(String field, String text, Faults faults) {
        var day = Shanghai.typedDay(text.strip());
        faults.addIf(day.isEmpty(), field, "请填写日期，例如 2023-03-27。");
        return day.orElse(null);
    }
}
