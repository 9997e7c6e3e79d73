package org.gongkao.application.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 岗位等级结构比例受到严格控制 (notice 八(二)): what a unit states of its posts, and what it cannot state. */
class PostsFlowTest extends DatabaseTest {

    @Autowired
    private StatingPosts stating;

    @Autowired
    private PostFigureVersions versions;

    @Test
    void each_statement_is_a_version_and_all_of_them_stay_in_sight() {
        assertThat(state("40", "2", "1", "洛人社岗〔2021〕3号", "", 0)).hasRedirectedUrl("/level-one");
        assertThat(state("60", "3", "1", "洛人社岗〔2023〕1号", "", 1)).hasRedirectedUrl("/level-one");
        assertThat(versions.versions(CastSeeds.COUNTY_UNIT, 2023, cast.actor(Cast.UNIT)))
                .extracting(PostFigures::version, PostFigures::posts, PostFigures::vacant, PostFigures::actorName)
                .containsExactly(tuple(2, 60, 2, "刘芳"), tuple(1, 40, 1, "刘芳"));
        assertThat(page())
                .bodyText()
                .contains("第 1 版", "第 2 版", "洛人社岗〔2021〕3号", "空缺 2 个", "一级占 5.0%", "待确认")
                .contains("value=\"60\"");
        assertThat(jdbc.sql("select count(*) from audit.line where act = '填报岗位设置情况'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void numbers_that_cannot_be_are_told_at_once_with_what_was_typed() {
        assertThat(state("十", "-1", "", " ", "", 0))
                .hasStatus(422)
                .bodyText()
                .contains(
                        LevelOneRefusal.NUMBER_WRONG.sentence().formatted("工勤技能岗位总数"),
                        LevelOneRefusal.NUMBER_WRONG.sentence().formatted("一级岗位现已聘人数"),
                        LevelOneRefusal.BASIS_MISSING.sentence())
                .contains("value=\"十\"", "e-posts", "e-approved", "e-held", "e-basis");
        assertThat(state("3", "4", "5", "洛人社岗〔2021〕3号", "", 0))
                .hasStatus(422)
                .bodyText()
                .contains(
                        LevelOneRefusal.APPROVED_ABOVE_POSTS.sentence(),
                        LevelOneRefusal.HELD_ABOVE_APPROVED.sentence());
        assertThat(page()).bodyText().contains("今年还没有填报");
    }

    @Test
    void a_share_above_the_years_needs_a_reason_that_stays_with_the_figures() {
        assertThat(state("39", "2", "0", "洛人社岗〔2021〕3号", "", 0))
                .hasStatus(422)
                .bodyText()
                .contains(LevelOneRefusal.SHARE_REASON.sentence());
        assertThat(state("40", "2", "0", "洛人社岗〔2021〕3号", "不需要的理由", 0)).hasStatus(302);
        assertThat(newest().reason()).as("just the share of the year").isEmpty();
        assertThat(state("39", "2", "0", "洛人社岗〔2021〕3号", "按编办批复核定", 1)).hasStatus(302);
        assertThat(newest().reason()).isEqualTo("按编办批复核定");
        assertThat(page()).bodyText().contains("占比高于规定的理由：按编办批复核定");
    }

    @Test
    void where_the_year_locks_a_share_above_it_is_not_taken_whatever_the_reason() {
        lock();
        assertThat(state("39", "2", "0", "洛人社岗〔2021〕3号", "按编办批复核定", 0))
                .hasStatus(422)
                .bodyText()
                .contains(LevelOneRefusal.SHARE_LOCKED.sentence());
        assertThat(state("40", "2", "0", "洛人社岗〔2021〕3号", "", 0)).hasStatus(302);
    }

    @Test
    void the_same_is_not_stated_twice_and_an_old_screen_states_nothing() {
        state("40", "2", "1", "洛人社岗〔2021〕3号", "", 0);
        refuses(LevelOneRefusal.NOTHING_NEW, form("40", "2", "1", 1));
        refuses(CommonRefusal.CHANGED_MEANWHILE, form("60", "2", "1", 0));
        assertThat(state("60", "2", "1", "洛人社岗〔2021〕3号", "", 0))
                .hasStatus(409)
                .bodyText()
                .contains(CommonRefusal.CHANGED_MEANWHILE.sentence(), "value=\"60\"");
        assertThat(newest().version()).isEqualTo(1);
    }

    private void refuses(Reason reason, PostsForm form) {
        assertThatThrownBy(() -> stating.state(form, cast.actor(Cast.UNIT), clock.instant()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static PostsForm form(String posts, String approved, String held, int seen) {
        return new PostsForm(posts, approved, held, "洛人社岗〔2021〕3号", "", seen);
    }

    private PostFigures newest() {
        return versions.newest(CastSeeds.COUNTY_UNIT, 2023, cast.actor(Cast.UNIT))
                .orElseThrow();
    }

    private MvcTestResult page() {
        return mvc.get().uri("/level-one").with(cast.as(Cast.UNIT)).exchange();
    }

    private MvcTestResult state(String posts, String approved, String held, String basis, String reason, int version) {
        return mvc.post()
                .uri("/level-one/posts")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("posts", posts)
                .param("approved", approved)
                .param("held", held)
                .param("basis", basis)
                .param("reason", reason)
                .param("version", "" + version)
                .exchange();
    }

    /** By an amendment of two people, as it would be done. */
    private void lock() {
        mvc.post()
                .uri("/administration/cycles/1/amendment")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("documentNumber", "洛人社函〔2023〕15号")
                .param("reason", "省厅明确不得突破结构比例")
                .param("region", "410300")
                .param("wantedFrom", "")
                .param("field-0", "level_one.over")
                .param("after-0", "LOCK")
                .exchange();
        assertThat(mvc.post()
                        .uri("/administration/cycles/amendments/1/confirmation")
                        .with(cast.as(Cast.SECOND_ADMINISTRATOR))
                        .with(csrf())
                        .param("seen", "0"))
                .hasStatus(302);
    }
}
