package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.eligibility.Given.judge;

import java.io.IOException;
import org.gongkao.eligibility.Verdict.Needed;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.PathOutcome;
import org.gongkao.eligibility.Verdict.Result;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    @Test
    void a_condition_that_is_not_met_says_what_there_is_what_is_needed_and_which_document_says_so() {
        var verdict = judge("{\"level\":\"FOUR\",\"startOfWork\":\"2015-01\"}");
        assertThat(verdict.conditions())
                .filteredOn(one -> one.id().equals("FOUR_SERVICE"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.result()).isEqualTo(Result.UNMET);
                    assertThat(one.sentence()).isEqualTo("工作年限满10年");
                    assertThat(one.fact()).isEqualTo("工作年限 9 年，参加工作：2015年1月");
                    assertThat(one.needed()).isEqualTo("须满 10 年");
                    assertThat(one.clause()).isEqualTo("豫人社工考〔2013〕1号 四级申报条件");
                    assertThat(one.open()).contains("原文未见").contains("首尾两年");
                });
        assertThat(verdict.earliestYear()).isEqualTo(2024);
    }

    @Test
    void an_unknown_fact_is_named() {
        var verdict = judge("{\"level\":\"FOUR\",\"startOfWork\":null}");
        assertThat(verdict.conditions())
                .filteredOn(one -> one.id().equals("FOUR_SERVICE"))
                .singleElement()
                .satisfies(one -> assertThat(one.missing()).containsExactly("startOfWork"));
    }

    @Test
    void the_materials_are_those_of_the_path_taken_and_no_others() {
        var certificate =
                "{\"level\":\"FOUR\",\"startOfWork\":\"%s\",\"certificates\":[{\"occupation\":\"保管工\",\"level\":5,\"obtained\":\"2016\"}]}";
        assertThat(judge(certificate.formatted("2015")).materials())
                .extracting(Needed::code)
                .contains("CERTIFICATE", "WORK_PROOF")
                .doesNotContain("DIPLOMA", "AWARD", "APPOINTMENT");
        assertThat(judge("{\"level\":\"FOUR\"}").materials())
                .extracting(Needed::code)
                .contains("PERSONNEL_FILE")
                .doesNotContain("CERTIFICATE", "WORK_PROOF");
        assertThat(judge("{\"level\":\"FOUR\"}").materials()).allSatisfy(one -> {
            assertThat(one.reason()).startsWith("证明：");
            assertThat(one.format()).isNotBlank();
            assertThat(one.example()).isNotBlank();
        });
    }

    @Test
    void a_waiver_lifts_the_named_conditions_and_says_by_which_document() {
        var verdict = judge("""
                {"level":"ONE","education":"JUNIOR","startOfWork":"1999","birthDate":"1978-01-01","birthDateOnFile":"1978-01-01",
                 "certificates":[{"occupation":"保管工","level":2,"obtained":"2016","appointed":true}],
                 "honours":[{"kind":"LABOUR_MEDAL","rank":"PROVINCE","granted":"2019"}]}""");
        assertThat(verdict.overall()).isEqualTo(Overall.ELIGIBLE);
        assertThat(verdict.conditions())
                .filteredOn(one -> one.needed().startsWith("已免除："))
                .extracting(Verdict.Condition::id)
                .containsExactly("ONE_EDUCATION", "ONE_APPRAISALS", "ONE_EXCELLENT");
        assertThat(verdict.materials())
                .extracting(Needed::code)
                .contains("AWARD")
                .doesNotContain("DIPLOMA");
    }

    @Test
    void a_path_that_nobody_claimed_is_told_and_decides_nothing() {
        var verdict = judge("{\"level\":\"THREE\",\"honours\":null,\"epidemicCircle\":null}");
        assertThat(verdict.overall()).isEqualTo(Overall.INELIGIBLE);
        assertThat(verdict.paths())
                .filteredOn(one -> one.id().equals("EPIDEMIC"))
                .extracting(PathOutcome::overall)
                .containsExactly(Overall.UNDETERMINED);
    }

    @Test
    void no_rule_lets_the_front_line_path_be_met() throws IOException {
        for (var one : CasesTest.cases()) {
            for (var circle : EpidemicCircle.values()) {
                var facts = Given.worker(one.facts()).with(Fact.EPIDEMIC_CIRCLE, circle);
                assertThat(Luoyang.ELIGIBILITY
                                .judgeThisYear(facts, Luoyang.CYCLE)
                                .paths())
                        .filteredOn(path -> path.id().equals("EPIDEMIC"))
                        .extracting(PathOutcome::overall)
                        .doesNotContain(Overall.ELIGIBLE);
            }
        }
    }

    @Test
    void forgetting_any_one_fact_never_makes_anybody_of_the_table_eligible() throws IOException {
        for (var one : CasesTest.cases()) {
            var facts = Given.worker(one.facts());
            if (Luoyang.ELIGIBILITY.judgeThisYear(facts, Luoyang.CYCLE).overall() == Overall.ELIGIBLE) {
                continue;
            }
            for (var fact : facts.known().keySet()) {
                // Where the file says nothing the ID counts: that is a rule, not a guess.
                if (fact != Fact.BIRTH_DATE_ON_FILE) {
                    assertThat(Luoyang.ELIGIBILITY
                                    .judgeThisYear(facts.with(fact, null), Luoyang.CYCLE)
                                    .overall())
                            .as("%s without %s", one.title(), fact)
                            .isNotEqualTo(Overall.ELIGIBLE);
                }
            }
        }
    }

    @Test
    void a_stored_verdict_comes_out_again_byte_for_byte() throws IOException {
        var again = new Eligibility(Luoyang.CATALOGUE);
        for (var one : CasesTest.cases()) {
            var facts = FactsText.write(Given.worker(one.facts()));
            var verdict = VerdictText.write(judge(one.facts()));
            assertThat(again.comesOutAgain(facts, verdict, Luoyang.CYCLE)).isTrue();
            assertThat(again.comesOutAgain(facts, verdict.replace("met", "unmet"), Luoyang.CYCLE))
                    .isFalse();
        }
    }
}
