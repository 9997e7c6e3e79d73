package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 各工种教材本着自愿原则征订，由各单位统一汇总 (notice 四（五）). */
class TextbookFlowTest extends DatabaseTest {

    private static final String SHEETS = "/textbooks/sheets";

    @Autowired
    private GivenFile files;

    @BeforeEach
    void afterTheReview() {
        clock.set("2023-04-08T09:00:00");
    }

    @Test
    void 教材本着自愿原则征订_nothing_is_preset_and_no_choice_is_no_order() {
        paid(Cast.WORKER);
        assertThat(get("/textbooks", Cast.WORKER))
                .hasStatusOk()
                .bodyText()
                .contains("自愿", "征订与否，不影响缴费和考核", "还没有选择")
                .doesNotContainPattern("name=\"wanted\"[^>]*checked");
        assertThat(choose("", Cast.WORKER)).hasStatus(422).bodyText().contains("请先选择征订或不征订");
        assertThat(choose("maybe", Cast.WORKER)).hasStatus(422);
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 0 册", "1 人还没有选择，按不征订计");
        assertThat(confirm("none")).as("a stale screen").hasStatus(409);
        assertThat(confirm(hash()))
                .as("nothing to order")
                .hasStatus(409)
                .bodyText()
                .contains("还没有人征订教材");
    }

    @Test
    void who_has_opted_in_can_opt_out_until_the_unit_has_sent_its_sheet() {
        paid(Cast.WORKER);
        assertThat(choose("yes", Cast.WORKER)).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 1 册");
        assertThat(choose("no", Cast.WORKER)).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 0 册");

        choose("yes", Cast.WORKER);
        assertThat(confirm(hash())).hasStatus3xxRedirection();
        assertThat(choose("no", Cast.WORKER)).hasStatus(409).bodyText().contains("单位已经确认教材征订单", "请联系单位经办人");
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 1 册");
    }

    @Test
    void 由各单位统一汇总_a_late_choice_makes_another_version_and_the_first_stays() {
        paid(Cast.WORKER);
        choose("yes", Cast.WORKER);
        var first = hash();
        assertThat(confirm(first)).hasStatus3xxRedirection();
        assertThat(confirm(first))
                .as("the same again")
                .hasStatus(409)
                .bodyText()
                .contains("征订单与第 1 版相同");

        paid(Cast.CITY_WORKER);
        assertThat(choose("yes", Cast.CITY_WORKER))
                .as("who has not chosen may still do so")
                .hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 2 册");
        assertThat(confirm(first)).as("what has changed since is not confirmed").hasStatus(409);
        assertThat(confirm(hash())).hasStatus3xxRedirection();
        assertThat(jdbc.sql("""
                        select string_agg(s.version || ':' || l.quantity, ' ' order by s.version)
                          from textbook.order_sheet s join textbook.order_line l on l.sheet_id = s.id
                        """).query(String.class).single()).isEqualTo("1:1 2:2");
    }

    @Test
    void a_choice_counts_only_once_the_worker_has_paid() {
        var number = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(choose("yes", Cast.WORKER))
                .as("not before the review")
                .hasStatus(409)
                .bodyText()
                .contains("通过资格审查后才能征订教材");
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(choose("yes", Cast.WORKER)).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 0 册", "征订，缴费后计入");
    }

    @Test
    void a_sheet_is_seen_by_its_own_unit_alone() {
        paid(Cast.WORKER);
        choose("yes", Cast.WORKER);
        confirm(hash());
        for (var paper : new String[] {"/1/letter", "/1/spreadsheet"}) {
            assertThat(get(SHEETS + paper, Cast.UNIT)).as(paper).hasStatusOk();
            assertThat(get(SHEETS + paper, Cast.CITY_UNIT)).as(paper).hasStatus(404);
            assertThat(get(SHEETS + paper, Cast.WORKER)).as(paper).hasStatus(403);
            assertThat(get(SHEETS + paper, Cast.COUNTY)).as(paper).hasStatus(403);
        }
        assertThat(get(SHEETS + "/2/letter", Cast.UNIT)).hasStatus(404);
        assertThat(get("/textbooks", Cast.CITY_UNIT)).hasStatusOk().bodyText().doesNotContain("陈立民");
        assertThat(get("/textbooks", Cast.COUNTY)).hasStatus(403);
        assertThat(choose("yes", Cast.UNIT)).as("nobody chooses for a worker").hasStatus(403);
        assertThat(choose("yes", Cast.CITY_WORKER)).as("without a file").hasStatus(409);
    }

    private void paid(String worker) {
        files.paid(cast.actor(worker), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    private MvcTestResult get(String uri, String who) {
        return mvc.get().uri(uri).with(cast.as(who)).exchange();
    }

    private MvcTestResult choose(String wanted, String who) {
        return mvc.post()
                .uri("/textbooks")
                .param("wanted", wanted)
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult confirm(String hash) {
        return mvc.post()
                .uri(SHEETS)
                .param("hash", hash)
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .exchange();
    }

    /** Of the sheet as the unit's page carries it; where nothing is to be confirmed, of the empty sheet. */
    private String hash() {
        try {
            var body = get("/textbooks", Cast.UNIT).getResponse().getContentAsString();
            var found =
                    Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(body);
            return found.find() ? found.group(1) : Sha256.of(CastSeeds.COUNTY_UNIT + "\n2023\n");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
