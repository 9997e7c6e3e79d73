package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an officer writes beside a decision is as long as the page allows; more is told, kept and nothing decided. */
class WordsLimitFlowTest extends DatabaseTest {

    @Autowired
    private GivenFile given;

    @ParameterizedTest
    @CsvSource({
        "approve, responsible, 40, 单位审核责任人",
        "return, reason, 400, 理由或说明",
        "reject, reason, 400, 理由或说明",
        "reject, clause, 120, 依据的文件条款",
        "remind, reason, 400, 理由或说明",
        "uphold, reason, 400, 理由或说明",
        "reopen, clause, 120, 依据的文件条款",
        "consent, consent, 400, 同意再次退回的理由",
        "remark, remark, 400, 备注",
        "reexamine, reason, 400, 理由或说明"
    })
    void longer_words_are_told_with_the_limit_and_kept(String act, String field, int most, String label) {
        var number = given.inReview(
                cast.actor(Cast.WORKER),
                cast.actor(Cast.UNIT).office().code(),
                cast.actor(Cast.COUNTY),
                clock.instant());
        boolean above = act.equals("reexamine");
        var form =
                new HashMap<>(Map.of("version", "0", "until", "2023-03-25", "reason", "依据", "clause", "一", "act", act));
        form.put(field, "长".repeat(most + 1));
        var request = mvc.post()
                .uri("/reviews/" + number + (above ? "/reexamination" : ""))
                .with(csrf())
                .with(cast.as(above ? Cast.CITY : Cast.COUNTY));
        form.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus(422).bodyText().contains(label + "最多 " + most + " 个字");
        assertThat(jdbc.sql("select count(*) from application.act")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
