package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.ChangedPackage;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.PackageSection;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.payment.RefundGround;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 退费规定 of the year: read as a whole, each default marked, and what is wrong with it told with its place. */
class RefundSectionTest extends DatabaseTest {

    @Autowired
    private Cycles cycles;

    @Autowired
    private List<PackageSection<?>> sections;

    private final RefundSection section = new RefundSection();

    @Test
    void every_ground_has_its_rule_with_a_clause_and_is_marked_as_a_default() {
        var cycle = cycles.current(clock.instant());
        var rules = cycle.section(RefundRules.class);
        for (var ground : RefundGround.values()) {
            assertThat(rules.of(ground))
                    .as("%s", ground)
                    .hasValueSatisfying(rule -> assertThat(rule.clause()).contains("依据待确认"));
            assertThat(cycle.unconfirmed("refunds." + ground.name()))
                    .as("%s", ground)
                    .isTrue();
        }
    }

    @Test
    void by_default_the_training_goes_back_and_the_examination_does_not_and_what_is_nobodys_goes_by_itself() {
        var rules = cycles.current(clock.instant()).section(RefundRules.class);
        for (var ground : List.of(RefundGround.SANCTION, RefundGround.BROKEN_PROMISE, RefundGround.OWN_WISH)) {
            var rule = rules.of(ground).orElseThrow();
            assertThat(rule.givesBack("培训费")).isTrue();
            assertThat(rule.givesBack("报名考试费")).isFalse();
            assertThat(rule.givesBack("等级考核费")).isFalse();
        }
        var organiser = rules.of(RefundGround.ORGANISER).orElseThrow();
        assertThat(organiser.parts().values()).containsOnly(true);
        for (var ground : List.of(RefundGround.DOUBLE, RefundGround.LATE, RefundGround.UNEXPECTED)) {
            assertThat(rules.of(ground).orElseThrow().automatic()).isTrue();
        }
    }

    @Test
    void a_year_without_the_section_gives_nothing_back_by_itself() {
        var read = ChangedPackage.of(RefundSectionTest::withoutRefunds, fees());
        assertThat(read.problems()).isEmpty();
        assertThat(RefundTerms.of(read.cycle(), RefundGround.DOUBLE)).isEmpty();
    }

    private static String withoutRefunds(String text) {
        int from = text.indexOf("refunds:\n");
        var kept = from < 0 ? text : text.substring(0, from) + text.substring(text.indexOf("\n# 已承接", from));
        return kept.lines().filter(line -> !line.startsWith("  refunds.")).collect(Collectors.joining("\n"));
    }

    @Test
    void what_is_wrong_is_told_with_its_place() {
        assertThat(changed("OWN_WISH:\n    how: REQUEST", "OWN_WISH:\n    how: AUTOMATIC")
                        .problems())
                .anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo("refunds.OWN_WISH.how");
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.sentence()).contains("须有人申请");
                });
        assertThat(changed("DOUBLE: { how: AUTOMATIC,", "DOUBLE: { how: SOMEHOW,")
                        .problems())
                .anySatisfy(problem -> assertThat(problem.field()).isEqualTo("refunds.DOUBLE.how"));
        assertThat(changed("报名考试费: KEEP, 培训费: BACK", "报名考试费: KEEP").problems()).anySatisfy(problem -> {
            assertThat(problem.field()).startsWith("refunds.").endsWith(".parts");
            assertThat(problem.sentence()).contains("没有写明“培训费”退不退");
        });
        assertThat(changed("报名考试费: KEEP, 培训费: BACK", "报名考试费: KEEP, 培训费: BACK, 伙食费: BACK")
                        .problems())
                .anySatisfy(problem -> assertThat(problem.sentence()).contains("收费标准中没有“伙食费”"));
        assertThat(changed("  MISPAID: { how: REQUEST, clause: 依据待确认 }\n", "").problems())
                .anySatisfy(problem -> assertThat(problem.field()).startsWith("refunds.MISPAID"));
    }

    @Test
    void an_amendment_shows_it_in_words() {
        var year = changed("", "");
        assertThat(year.label("refunds.OWN_WISH.parts.培训费")).isEqualTo("退费：个人申请 · 培训费");
        assertThat(year.label("refunds.DOUBLE.how")).isEqualTo("退费：重复缴费 · 办法");
        assertThat(year.shown("refunds.OWN_WISH.parts.培训费", "BACK")).isEqualTo("退");
        assertThat(year.shown("refunds.DOUBLE.how", "AUTOMATIC")).isEqualTo("自动退回");
    }

    private ChangedPackage changed(String from, String to) {
        return ChangedPackage.of(text -> Objects.requireNonNull(text).replace(from, to), fees(), section);
    }

    private PackageSection<?> fees() {
        return sections.stream()
                .filter(one -> one.type() == FeeSchedule.class)
                .findFirst()
                .orElseThrow();
    }
}
