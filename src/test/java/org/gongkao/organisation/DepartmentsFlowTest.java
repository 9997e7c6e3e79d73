package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 主管部门: renamed and closed by the agency that keeps them, while units check their entries. */
class DepartmentsFlowTest extends DatabaseTest {

    private static final String LIST = "/administration/units/departments";
    private static final String OWN = LIST + "/" + CastSeeds.COUNTY_DEPARTMENT;

    @Autowired
    private Organisation organisation;

    @BeforeEach
    void whileUnitsCheck() {
        clock.set("2023-03-08T23:59:59.999");
    }

    @Test
    void a_department_is_renamed_within_the_window_and_what_it_was_is_kept() {
        assertThat(post(OWN, "涧西区教育局", "", "1", Cast.COUNTY))
                .as("not without a reason")
                .hasStatus(422);
        assertThat(post(OWN, "涧西区教育局", "洛编〔2023〕8号", "1", Cast.COUNTY)).hasStatus3xxRedirection();
        assertThat(organisation.department(CastSeeds.COUNTY_DEPARTMENT).name()).isEqualTo("涧西区教育局");
        assertThat(jdbc.sql("select former_name from organisation.department_history")
                        .query(String.class)
                        .single())
                .isEqualTo("涧西区教育体育局");
        assertThat(post(OWN, "涧西区教育委员会", "洛编〔2023〕9号", "1", Cast.COUNTY))
                .as("the second of two tabs")
                .hasStatus(409);
        assertThat(post(OWN, "涧西区教育局", "洛编〔2023〕9号", "2", Cast.COUNTY))
                .as("the same name")
                .hasStatus(422);
    }

    @Test
    void at_24_o_clock_on_8_March_it_is_too_late() {
        clock.set("2023-03-09T00:00:00");
        assertThat(post(OWN, "涧西区教育局", "洛编〔2023〕8号", "1", Cast.COUNTY)).hasStatus(409);
        assertThat(post(OWN + "/close", "", "洛编〔2023〕8号", "1", Cast.COUNTY)).hasStatus(409);
        assertThat(list(Cast.COUNTY)).bodyText().contains("其他时间只能登记").doesNotContain("新的名称");
    }

    @Test
    void a_department_is_closed_only_when_no_unit_stands_under_it_and_then_offered_to_none() {
        assertThat(post(OWN + "/close", "", "洛编〔2023〕8号", "1", Cast.COUNTY))
                .hasStatus(409)
                .bodyText()
                .contains("还有 1 家单位由该主管部门主管");
        jdbc.sql("update organisation.unit set department_code = null").update();
        assertThat(post(OWN + "/close", "", "洛编〔2023〕8号", "1", Cast.COUNTY)).hasStatus3xxRedirection();
        assertThat(organisation.departments("410305")).isEmpty();
        assertThat(list(Cast.COUNTY)).bodyText().doesNotContain("涧西区教育体育局");
        assertThat(post(OWN, "涧西区教育局", "洛编〔2023〕8号", "2", Cast.COUNTY)).hasStatus(404);
        assertThat(organisation.department(CastSeeds.COUNTY_DEPARTMENT).name())
                .as("files of former years still name it")
                .isEqualTo("涧西区教育体育局");
    }

    @Test
    void with_the_department_its_clerks_accounts_end_and_nobody_elses() {
        jdbc.sql("update organisation.unit set department_code = null").update();
        assertThat(open(Cast.DEPARTMENT)).isTrue();
        assertThat(post(OWN + "/close", "", "洛编〔2023〕8号", "1", Cast.COUNTY)).hasStatus3xxRedirection();
        await().atMost(Duration.ofSeconds(10)).until(() -> !open(Cast.DEPARTMENT));
        assertThat(open(Cast.CITY_DEPARTMENT)).isTrue();
        assertThat(open(Cast.COUNTY)).isTrue();
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("username", Cast.DEPARTMENT)
                        .param("password", CastSeeds.PASSWORD)
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .isNotEqualTo("/home");
    }

    private boolean open(String userName) {
        return jdbc.sql("select closed_at is null from account.account where user_name = :name")
                .param("name", userName)
                .query(Boolean.class)
                .single();
    }

    @Test
    void another_agencys_department_is_not_found_and_a_clerk_may_do_neither() {
        for (var act : new String[] {OWN, OWN + "/close"}) {
            assertThat(post(act, "甲局", "洛编〔2023〕8号", "1", Cast.OTHER_COUNTY)).hasStatus(404);
            assertThat(post(act, "甲局", "洛编〔2023〕8号", "1", Cast.CITY)).hasStatus(404);
            assertThat(post(act, "甲局", "洛编〔2023〕8号", "1", Cast.UNIT)).hasStatus(403);
            assertThat(post(act, "甲局", "洛编〔2023〕8号", "1", Cast.DEPARTMENT)).hasStatus(403);
        }
    }

    private MvcTestResult list(String who) {
        return mvc.get().uri(LIST).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String uri, String name, String reason, String version, String who) {
        return mvc.post()
                .uri(uri)
                .param("version", version)
                .param("to", name)
                .param("reason", reason)
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }
}
