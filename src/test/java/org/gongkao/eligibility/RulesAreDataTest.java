package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.eligibility.Given.result;

import java.util.List;
import org.gongkao.catalogue.LevelSubjectsSection;
import org.gongkao.catalogue.OccupationCatalogueSection;
import org.gongkao.cycle.ChangedPackage;
import org.gongkao.cycle.Problem;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.junit.jupiter.api.Test;

/** Changing the text of the package changes the rules, and what is wrong with the text is told with its place. */
class RulesAreDataTest {

    private static ChangedPackage changed(String... fromTo) {
        return ChangedPackage.of(
                text -> {
                    var changed = text;
                    for (int i = 0; i < fromTo.length; i += 2) {
                        changed = changed.replace(fromTo[i], fromTo[i + 1]);
                    }
                    return changed;
                },
                new LevelSubjectsSection(),
                new OccupationCatalogueSection(),
                new RulesSection(Luoyang.CATALOGUE));
    }

    private static Verdict judge(ChangedPackage year, String different) {
        return Luoyang.ELIGIBILITY.judge(Given.worker(different), year.cycle());
    }

    private static List<String> sentences(ChangedPackage year) {
        return year.problems().stream().map(Problem::sentence).toList();
    }

    @Test
    void twenty_years_as_in_2011_is_a_number_in_the_text() {
        var year = changed("{ years: 18 }", "{ years: 20 }", "\"startOfWork\":\"2006\"", "\"startOfWork\":\"2004\"");
        assertThat(year.problems()).isEmpty();
        assertThat(judge(year, "{\"level\":\"THREE\",\"startOfWork\":\"2005\"}").earliestYear())
                .isEqualTo(2024);
        assertThat(Luoyang.ELIGIBILITY.cutOffs(year.cycle()))
                .extracting(CutOff::sentence)
                .contains("三级工龄直接申报：2004年（含）以前参加工作");
    }

    @Test
    void service_counted_as_in_2011_or_by_the_day_is_a_setting() {
        var by2011 = changed("service_counting: BOTH_ENDS", "service_counting: DIFFERENCE");
        assertThat(judge(by2011, "{\"level\":\"FOUR\",\"startOfWork\":\"2014-12\"}")
                        .earliestYear())
                .isEqualTo(2024);
        assertThat(judge(by2011, "{\"level\":\"FOUR\",\"startOfWork\":\"2013-12\"}")
                        .overall())
                .isEqualTo(Overall.ELIGIBLE);
        var byDay = changed(
                "service_counting: BOTH_ENDS",
                "service_counting: EXACT_DAY",
                "counting_day: \"12-31\"",
                "counting_day: \"09-30\"");
        assertThat(judge(byDay, "{\"level\":\"FOUR\",\"startOfWork\":\"2013-09-30\"}")
                        .overall())
                .isEqualTo(Overall.ELIGIBLE);
        assertThat(judge(byDay, "{\"level\":\"FOUR\",\"startOfWork\":\"2013-10-01\"}")
                        .overall())
                .isEqualTo(Overall.INELIGIBLE);
        assertThat(judge(byDay, "{\"level\":\"FOUR\",\"startOfWork\":\"2013\"}").overall())
                .as("whether before or after 30 September is not known")
                .isEqualTo(Overall.UNDETERMINED);
    }

    @Test
    void another_reference_day_makes_another_man_of_fifty() {
        var facts =
                "{\"level\":\"TWO\",\"education\":\"JUNIOR\",\"birthDate\":\"1973-06-01\",\"birthDateOnFile\":\"1973-06-01\","
                        + "\"certificates\":[{\"occupation\":\"保管工\",\"level\":3,\"obtained\":\"2015\"}]}";
        assertThat(Given.judge(facts).overall()).isEqualTo(Overall.ELIGIBLE);
        assertThat(judge(changed("age_day: \"12-31\"", "age_day: \"05-31\""), facts)
                        .overall())
                .isEqualTo(Overall.INELIGIBLE);
    }

    @Test
    void a_region_may_leave_appointed_staff_out() {
        var year = changed("appointedToo: true", "appointedToo: false");
        assertThat(result(judge(year, "{\"level\":\"FOUR\",\"staff\":\"APPOINTED\"}"), "STAFF"))
                .isEqualTo(Result.UNMET);
        assertThat(sentences(year)).contains("此样例应符合条件，判出的却是“不符合”，请核对样例或判断式。");
    }

    @Test
    void who_is_under_a_demerit_is_barred_only_from_packages_that_open_after_the_new_rule() {
        var facts =
                "{\"level\":\"FOUR\",\"day\":\"2023-03-15\",\"disciplines\":[{\"kind\":\"DEMERIT\",\"from\":\"2022-06-01\",\"to\":\"2024-05-31\"}]}";
        assertThat(Given.judge(facts).overall()).isEqualTo(Overall.UNDETERMINED);
        var after =
                judge(changed("from: 2023-11-06", "from: 2023-03-10", "until: 2023-11-06", "until: 2023-03-10"), facts);
        assertThat(after.overall()).isEqualTo(Overall.INELIGIBLE);
        assertThat(result(after, "NO_DEMERIT")).isEqualTo(Result.UNMET);
    }

    @Test
    void a_trade_merged_into_another_is_the_same_trade() {
        var year = changed(
                "name: 印刷工, levels: [FIVE, FOUR, THREE, TWO, ONE] }",
                "name: 印刷工, levels: [FIVE, FOUR, THREE, TWO, ONE], successor: S0101 }");
        var facts =
                "{\"level\":\"FOUR\",\"startOfWork\":\"2016\",\"certificates\":[{\"occupation\":\"印刷工\",\"level\":5,\"obtained\":\"2017\"}],"
                        + "\"work\":[{\"occupation\":\"印刷工\",\"from\":\"2016\",\"to\":\"2020-12\"},{\"occupation\":\"保管工\",\"from\":\"2021-01\",\"current\":true}]}";
        assertThat(judge(year, facts).overall()).isEqualTo(Overall.ELIGIBLE);
        assertThat(Given.judge(facts).overall()).isEqualTo(Overall.INELIGIBLE);
    }

    @Test
    void a_trade_not_opened_for_a_level_is_closed_at_that_level_only() {
        var year = changed(
                "name: 保管工, levels: [FIVE, FOUR, THREE, TWO, ONE] }", "name: 保管工, levels: [FIVE, FOUR, THREE, TWO] }");
        assertThat(result(judge(year, "{\"level\":\"ONE\"}"), "OCCUPATION_OPEN"))
                .isEqualTo(Result.UNMET);
        assertThat(judge(year, "{\"level\":\"FOUR\"}").overall()).isEqualTo(Overall.ELIGIBLE);
    }

    @Test
    void expressions_that_do_not_compile_are_all_told_with_line_field_and_column_in_chinese() {
        var year = changed(
                "when: postKind == SKILLED_LABOUR", "when: postKind == EXCELLENT",
                "when: \"!retired\"", "when: \"!retierd\"",
                "when: atLeast(education, SENIOR)\n", "when: (atLeast(education, SENIOR)\n",
                "c.level == 2 && c.appointed)", "c.level == 2 && c.apointed)",
                "when: measure < years", "when: measure + years");
        assertThat(year.problems())
                .extracting(Problem::field)
                .contains(
                        "rules.conditions.POST_KIND.when",
                        "rules.conditions.NOT_RETIRED.when",
                        "rules.conditions.ONE_EDUCATION.when",
                        "rules.conditions.ONE_APPOINTED.when",
                        "rules.conditions.FIVE_SERVICE.when");
        assertThat(sentences(year))
                .contains(
                        "第10字处：“==”不能用于（PostGroup、AppraisalGrade），请核对两边的类型或函数的参数。",
                        "第2字处：“retierd”不是可用的事实、用语、参数或函数，请核对拼写。",
                        "此式的结果应为“是”或“否”，请补上比较。")
                .anyMatch(one -> one.contains("明细中没有“apointed”这一项"))
                .anyMatch(one -> one.contains("书写有误"))
                .noneMatch(one -> one.matches(".*(found no|undeclared|Syntax|mismatched).*"));
        assertThat(year.problems()).extracting(Problem::line).allMatch(line -> line > 100);
    }

    @Test
    void a_condition_without_document_or_example_cannot_be_published() {
        var year = changed(
                "      document: 国办发〔2020〕42号\n", "",
                "      passes: ['{\"retired\":false}']\n", "");
        assertThat(year.problems())
                .extracting(Problem::field)
                .contains("rules.conditions.PROMISE_ALLOWED.document", "rules.conditions.NOT_RETIRED.passes");
    }

    @Test
    void an_example_that_comes_out_otherwise_names_itself() {
        var year = changed(
                "passes: ['{\"education\":\"TECHNICAL\"}']", "passes: ['{\"education\":\"JUNIOR\"}', '{\"edu\":1}']");
        assertThat(year.problems())
                .extracting(Problem::field)
                .contains(
                        "rules.conditions.ONE_EDUCATION.passes[{\"education\":\"JUNIOR\"}]",
                        "rules.conditions.ONE_EDUCATION.passes[{\"edu\":1}]");
    }

    @Test
    void names_that_lead_nowhere_are_told() {
        var year =
                changed("conditions: [HELD_BELOW, LEVEL_YEARS, WORKED_YEARS]", "conditions: [HELD_BELOV, LEVEL_YEARS]");
        assertThat(sentences(year)).contains("没有编号为“HELD_BELOV”的条件，请核对。", "条件“WORKED_YEARS”没有用在任何途径中，请放入途径，或删去。");
    }

    @Test
    void a_rule_by_which_more_service_loses_a_level_stops_publication() {
        var year = changed("      upper_bound: 五级只限工作年限不满10年的人员\n", "");
        assertThat(sentences(year)).anyMatch(one -> one.contains("多了一年工龄，反而不能申报五级"));
    }
}
