package org.gongkao.application.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.shared.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What offices see of the promises: each its own, what waits first; and the worker's home, which says what is asked by when. */
class DeferralListFlowTest extends DeferralTest {

    private static final Office COUNTY = Office.agency("410305");

    @Autowired
    private DeferralLists outstanding;

    @Test
    void the_home_says_what_is_asked_and_by_when_until_it_is_handed_in() {
        var number = approved(clock.instant());
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("去缴费", "/deferrals/" + number, "2023年6月30日 24:00 前补交");
        system.paid(number, clock.instant());
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("报名成功，还差容缺材料", "2023年6月30日 24:00");
        assertThat(upload(Cast.WORKER, number, picture())).hasStatus3xxRedirection();
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("容缺材料待审核", "已按时补交")
                .doesNotContain("还差容缺材料");
    }

    @Test
    void before_the_approval_the_home_says_when_it_can_be_handed_in() {
        submitted();
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("审核通过后补交");
    }

    @Test
    void an_upload_of_nothing_or_of_somebody_else_is_refused() {
        var number = paid();
        assertThat(upload(Cast.WORKER, number, new byte[0]))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"e-material-" + promise(number).id());
        assertThat(upload(Cast.CITY_WORKER, number, picture())).hasStatus(404);
        assertThat(upload(Cast.UNIT, number, picture())).hasStatus(403);
    }

    @Test
    void the_agency_finds_first_what_it_has_to_judge_and_others_find_nothing() {
        var number = paid();
        assertThat(page(Cast.COUNTY, "/deferrals")).bodyText().contains("没有“已补交，待审核”的材料");
        assertThat(page(Cast.COUNTY, "/deferrals?state=open")).bodyText().contains(number);
        handIn(number, clock.instant());
        assertThat(page(Cast.COUNTY, "/deferrals")).bodyText().contains(number, "陈立民", "容缺后补<span class=\"gk-nb\">(1)");
        for (var other : new String[] {Cast.OTHER_COUNTY, Cast.CITY_UNIT, Cast.CITY_DEPARTMENT, Cast.PROVINCE}) {
            assertThat(page(other, "/deferrals?state=handed_in"))
                    .as(other)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(number);
            assertThat(page(other, "/deferrals/" + number)).as(other).hasStatus(404);
        }
        assertThat(page(Cast.OTHER_COUNTY, "/deferrals?after=0-0;drop")).hasStatusOk();
    }

    @Test
    void unit_and_department_see_what_is_open_and_what_was_broken() {
        var number = paid();
        for (var office : new String[] {Cast.UNIT, Cast.DEPARTMENT}) {
            assertThat(page(office, "/deferrals")).bodyText().contains(number, "2023年6月30日 24:00");
            assertThat(page(office, "/deferrals/" + number)).hasStatusOk();
        }
        ending.run(BELL);
        assertThat(page(Cast.UNIT, "/deferrals")).bodyText().doesNotContain(number);
        assertThat(page(Cast.UNIT, "/deferrals?state=broken")).bodyText().contains(number, "到期未补");
    }

    @Test
    void nobody_but_the_agency_of_the_last_tier_judges() {
        var number = paid();
        handIn(number, clock.instant());
        var path = "/deferrals/" + number + "/" + promise(number).id() + "/judgement";
        assertThat(post(Cast.OTHER_COUNTY, path, "act", "accept")).hasStatus(404);
        assertThat(post(Cast.CITY, path, "act", "accept")).hasStatus(409);
        assertThat(post(Cast.UNIT, path, "act", "accept")).hasStatus(403);
        assertThat(post(Cast.COUNTY, path, "act", "accept")).hasStatus3xxRedirection();
        assertThat(post(
                        Cast.COUNTY,
                        path,
                        "act",
                        "refuse",
                        "reason-" + promise(number).id(),
                        "写到一半"))
                .as("the second officer")
                .hasStatus(409);
    }

    @Test
    void a_list_goes_on_by_its_key_and_shows_each_once() {
        var number = paid();
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, promised_at)
                select application_id, person_id, 'K' || n, '材料' || n || '号', liability, due_at, promised_at
                  from application.promise, generate_series(1, 60) n
                """).update();
        var first = body(page(Cast.COUNTY, "/deferrals?state=open"));
        assertThat(Pattern.compile("data-l=\"容缺材料\"").matcher(first).results()).hasSize(50);
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = page(Cast.COUNTY, next.group(1).replace("&amp;", "&"));
        assertThat(second).bodyText().contains("材料60号", "回到第一页").doesNotContain("材料49号", "rel=\"next\"");
        assertThat(outstanding.count(2023, COUNTY, cast.actor(Cast.COUNTY)))
                .as("files, not materials: " + number)
                .isEqualTo(1);
    }

    @Test
    void what_is_outstanding_is_counted_for_the_agency_and_the_one_above_and_for_nobody_else() {
        var number = paid();
        assertThat(outstanding.label()).isEqualTo("待补材料");
        assertThat(outstanding.count(2023, COUNTY, cast.actor(Cast.CITY))).isEqualTo(1);
        assertThat(outstanding.count(2023, COUNTY, cast.actor(Cast.OTHER_COUNTY)))
                .isZero();
        assertThat(outstanding.count(2022, COUNTY, cast.actor(Cast.COUNTY))).isZero();
        handIn(number, clock.instant());
        assertThat(outstanding.count(2023, COUNTY, cast.actor(Cast.COUNTY))).isEqualTo(1);
        judging.accept(number, promise(number).id(), cast.actor(Cast.COUNTY), clock.instant());
        assertThat(outstanding.count(2023, COUNTY, cast.actor(Cast.COUNTY))).isZero();
    }

    private MvcTestResult upload(String who, String number, byte[] content) {
        long id = promise(number).id();
        return mvc.post()
                .uri("/deferrals/" + number + "/" + id + "/material")
                .multipart()
                .file(new MockMultipartFile("material-" + id, "考核表.jpg", "image/jpeg", content))
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }
}
