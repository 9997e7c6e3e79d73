package org.gongkao.sanction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.sanction.SanctionRows.Entry;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** What a case says in words, to the office, to the person and on paper alike. */
@Component
class CaseWords {

    private final Cycles cycles;
    private final Organisation organisation;

    CaseWords(Cycles cycles, Organisation organisation) {
        this.cycles = cycles;
        this.organisation = organisation;
    }

    String agency(Sanction sanction) {
        return organisation.officeName(Office.agency(sanction.agencyCode()));
    }

    SanctionRules rules(Sanction sanction, Instant now) {
        return cycle(sanction, now).section(SanctionRules.class);
    }

    /** A field of the rules that no document fixes is marked wherever it is used. */
    String marked(Sanction sanction, String field, String text, Instant now) {
        return cycle(sanction, now).unconfirmed("sanctions." + field) ? text + "（待确认）" : text;
    }

    private Cycle cycle(Sanction sanction, Instant now) {
        return cycles.of(sanction.packageId(), sanction.agencyCode(), now);
    }

    /** Whether a bar still runs is told by the time alone. */
    static String state(Sanction sanction, Instant now) {
        var bar = sanction.bar();
        return sanction.state() == SanctionState.IMPOSED && bar.isPresent()
                ? bar.get().covers(now) ? "禁止申报期内" : "期满，已自动解除"
                : sanction.state().label();
    }

    static Sign sign(Sanction sanction, Instant now) {
        boolean over = sanction.state() == SanctionState.IMPOSED
                && sanction.bar().filter(bar -> bar.covers(now)).isEmpty();
        return over ? Sign.OVER : sanction.state().sign();
    }

    static String period(Bar bar) {
        return Shanghai.second(bar.from()) + " 起，至 " + Shanghai.deadline(bar.until()) + " 止";
    }

    List<Line> facts(Sanction sanction, Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("立案机构", agency(sanction)));
        lines.add(new Line("考核年度", sanction.year() + "年度"));
        lines.add(new Line("不真实的信息、材料", sanction.material()));
        lines.add(new Line("提交日期", Shanghai.date(sanction.filedOn())));
        lines.add(new Line("认定的事实", sanction.facts()));
        lines.add(new Line("依据", sanction.clause()));
        var answer = sanction.answerUntil();
        if (answer != null) {
            lines.add(new Line("陈述申辩截止", marked(sanction, "answer_days", Shanghai.deadline(answer), now)));
        }
        sanction.bar().ifPresent(bar -> {
            lines.add(new Line("处理决定", bar.decision()));
            lines.add(new Line("禁止申报", period(bar)));
        });
        return List.copyOf(lines);
    }

    /** What a decision means, made of the year's rule. */
    String consequence(Sanction sanction, Instant now) {
        var rules = rules(sanction, now);
        return "取消" + sanction.year() + "年申报资格，" + chinese(rules.years()) + "年内禁止再次申报，"
                + marked(sanction, "counted_from", rules.countedFrom().label() + "计算", now);
    }

    /** What a revocation does to the file that the decision took away. */
    String revoking(Sanction sanction, Instant now) {
        return "撤销后禁止申报即行解除，因此取消的本年度申报自动恢复到取消前的状态，由原经办机构继续办理；取消时尚未截止的办理事项另给 "
                + cycle(sanction, now).ownDateDays()
                + " 个工作日，已缴的费用不重复收取。取消前已逾期的仍为逾期；另有生效处理决定的，不恢复。";
    }

    /** Until when a decision of this moment would bar. */
    String ifDecidedNow(Sanction sanction, Instant now) {
        return Shanghai.deadline(rules(sanction, now).end(now, sanction.year(), sanction.filedOn()));
    }

    static String chinese(int years) {
        return years == 2 ? "两" : Integer.toString(years);
    }

    /** The history; the person reads which office acted, and the officers' names stay with the offices. */
    List<Line> history(List<Entry> entries, boolean toOffice) {
        return entries.stream()
                .map(entry -> new Line(Shanghai.minute(entry.at()), line(entry, toOffice)))
                .toList();
    }

    private String line(Entry entry, boolean toOffice) {
        var office = entry.office();
        var who = office == null ? "当事人" : organisation.officeName(Office.parse(office));
        var text = new StringBuilder(who);
        if (toOffice && office != null) {
            text.append(' ').append(entry.name());
        }
        text.append(' ').append(entry.act().label());
        if (!entry.document().isEmpty()) {
            text.append('，').append(entry.document());
        }
        if (!entry.clause().isEmpty() && entry.act() != SanctionAct.OPEN) {
            text.append("，依据").append(entry.clause());
        }
        var ends = entry.endsAt();
        if (ends != null) {
            text.append("，期满日改为 ").append(Shanghai.deadline(ends));
        }
        // What the case opens with stands above the history already.
        if (!entry.reason().isEmpty() && entry.act() != SanctionAct.OPEN) {
            text.append("：").append(entry.reason());
        }
        return text.toString();
    }

    static List<Line> statements(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.act() == SanctionAct.ANSWER)
                .map(entry -> new Line(Shanghai.minute(entry.at()), entry.reason()))
                .toList();
    }
}
