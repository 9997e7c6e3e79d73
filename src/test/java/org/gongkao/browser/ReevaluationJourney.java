package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.application.reevaluation.GivenVerdicts;
import org.gongkao.job.JobSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the page of the year the administrator has the stored verdicts held against an amended rule, and reads who differs. */
class ReevaluationJourney extends BrowserTest {

    @Autowired
    private GivenVerdicts given;

    @Autowired
    private JobSteps jobs;

    @Test
    void an_administrator_sees_who_would_come_out_otherwise() {
        given.since(cast.actor(Cast.COUNTY), clock.instant(), 1990, 2004, 1995, 2005, 2003);
        // Confirmed by the second administrator; how is another journey's business.
        jdbc.sql("""
                insert into cycle.amendment (package_id, region, document_number, reason, state, version, effective_at, proposed_by,
                                             proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at)
                values (1, '410300', '洛人社函〔2023〕12号', '工作年限口径调整', 'CONFIRMED', 2, :now, 1, '郑工', :now, 2, '方明', :now)
                """).param("now", java.sql.Timestamp.from(clock.instant())).update();
        jdbc.sql("""
                insert into cycle.amendment_change (amendment_id, position, field, before_text, after_text)
                select id, 1, 'rules.conditions.THREE_SERVICE.parameters.years', '18', '25' from cycle.amendment
                """).update();
        var page = signedIn(Cast.ADMINISTRATOR, Chromium.DESK);
        page.navigate("/administration/reevaluations");
        lookAtEveryWidth(page, "reevaluation-01-none");
        page.navigate("/administration/cycles/1");
        look(page, "reevaluation-02-package");
        page.locator("main")
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("资格复评"))
                .click();
        lookAtEveryWidth(page, "reevaluation-03-start");
        press(page, "开始复评");
        look(page, "reevaluation-04-waiting");
        jobs.runAll();
        assertThat(page.locator("main")).containsText("工作年限满25年：符合 → 不符合");
        lookAtEveryWidth(page, "reevaluation-05-result");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("3 份"))
                .first()
                .click();
        lookAtEveryWidth(page, "reevaluation-06-filtered");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("全部复评"))
                .click();
        lookAtEveryWidth(page, "reevaluation-07-runs");
    }
}
