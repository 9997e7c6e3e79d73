package org.gongkao.application.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.gongkao.cycle.ChangedPackage;
import org.gongkao.shared.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year's rule for recommending: what ships, what is 待确认, and what cannot be published. */
class LevelOneSectionTest {

    private static final LevelOneSection SECTION = new LevelOneSection();

    @Test
    void what_ships_warns_speaks_in_the_words_of_the_notice_and_says_what_is_not_confirmed() {
        var shipped = ChangedPackage.of(text -> text, SECTION);
        assertThat(shipped.problems()).isEmpty();
        var rules = shipped.cycle().section(LevelOneRules.class);
        assertThat(rules.locks()).isFalse();
        assertThat(rules.statement()).contains("其岗位等级结构比例受到严格控制", "不是二级（技师）的普遍晋升", "根据岗位需求和聘用条件", "对照相关人员情况明确了岗位聘用政策");
        assertThat(shipped.cycle().unconfirmed("level_one.share")).isTrue();
        assertThat(shipped.cycle().unconfirmed("level_one.over")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"share: 5,share: 0", "share: 5,share: 101", "over: WARN,over: MAYBE", "share: 5,shares: 5"})
    void a_rule_that_says_nothing_is_not_taken(String before, String after) {
        assertThat(ChangedPackage.of(text -> text.replace("  " + before + "\n", "  " + after + "\n"), SECTION)
                        .problems())
                .isNotEmpty();
    }

    @Test
    void an_official_reads_the_fields_and_not_their_keys() {
        assertThat(SECTION.words("level_one.over"))
                .extracting(Option::value, Option::label)
                .contains(tuple("LOCK", "不能办理"));
    }
}
