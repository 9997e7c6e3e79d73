package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.gongkao.cycle.Problem;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.eligibility.RuleWalk.Boundary;
import org.gongkao.eligibility.RuleWalk.Found;
import org.junit.jupiter.api.Test;

/** The shipped package through everything that a draft has to stand before it is published. */
class ShippedRulesTest {

    @Test
    void every_condition_compiles_and_every_example_comes_out_as_it_says() {
        var problems = new Problems();
        new RulesSection(Luoyang.CATALOGUE).check(Luoyang.CYCLE, problems, new Problems());
        assertThat(problems.list()).extracting(Problem::toString).isEmpty();
    }

    @Test
    void a_condition_is_called_by_its_sentence_and_its_parts_by_words() {
        var rules = Luoyang.CYCLE.section(EligibilityRules.class).node();
        assertThat(RuleNames.label(rules, "rules.conditions.FOUR_SERVICE.parameters.years"))
                .isEqualTo("条件“工作年限满10年” · 年数");
        assertThat(RuleNames.label(rules, "rules.paths[PROMOTION].conditions[HELD_BELOW]"))
                .isEqualTo("途径“晋级（四级、三级）” · 条件");
        assertThat(RuleNames.show(rules, "rules.paths[PROMOTION].conditions[HELD_BELOW]", "HELD_BELOW"))
                .isEqualTo("持有申报工种下一等级的证书");
        assertThat(RuleNames.show(rules, "rules.conditions.RETIREMENT_AGE.fact", "出生：{birth}，达到退休年龄：{retirementDay}"))
                .isEqualTo("出生：〔出生日期〕，达到退休年龄：〔达到退休年龄之日〕");
        assertThat(RuleNames.label(rules, "rules.conditions.FOUR_SERVICE.parameters.lowest"))
                .as("what an author invented is told as it was written")
                .isEqualTo("条件“工作年限满10年” · 参数“lowest”");
    }

    @Test
    void the_official_is_told_where_a_worker_without_certificate_has_a_choice_or_none() {
        assertThat(Luoyang.ELIGIBILITY.walk(Luoyang.CYCLE).toConfirm())
                .extracting(Found::sentence)
                .contains("没有证书、工作年限0年的人员，没有可申报的等级，请确认。", "没有证书、工作年限18至45年的人员，可申报四级、三级，请确认。");
    }

    @Test
    void every_number_of_years_has_people_just_below_on_and_above_it() {
        var walk = Luoyang.ELIGIBILITY.walk(Luoyang.CYCLE);
        assertThat(walk.boundaries())
                .filteredOn(one -> one.condition().equals("THREE_SERVICE"))
                .extracting(Boundary::measured, Boundary::result)
                .containsExactly(tuple(17L, "不符合"), tuple(18L, "符合"), tuple(19L, "符合"));
        assertThat(walk.boundaries()).extracting(Boundary::person).doesNotContain("");
        assertThat(walk.toConfirm())
                .extracting(found -> found.where().path())
                .noneMatch(path -> path.endsWith(".years"));
    }

    @Test
    void the_printed_table_of_2023_has_the_years_that_follow_from_the_method_of_2018() {
        assertThat(Luoyang.ELIGIBILITY.cutOffs(Luoyang.CYCLE))
                .extracting(CutOff::sentence)
                .contains(
                        "五级转正定级申报：2015年（含）以后参加工作",
                        "四级工龄直接申报：2014年（含）以前参加工作",
                        "三级工龄直接申报：2006年（含）以前参加工作",
                        "四级晋级：2018年（含）以前取得证书",
                        "一级：1999年（含）以前参加工作");
    }
}
