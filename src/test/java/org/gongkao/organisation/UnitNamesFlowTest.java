package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Map;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 考务通知 四（一）、六（一）: who keeps the units' names right, and until when. */
class UnitNamesFlowTest extends DatabaseTest {

    private static final String KINDERGARTEN = CastSeeds.COUNTY_UNIT;
    private static final String PARKS = CastSeeds.CITY_UNIT;
    private static final String NEW_CODE =
            SocialCreditCode.complete("12410305MB1A00099").value();

    @Autowired
    private Organisation organisation;

    private MvcTestResult get(String path, String who) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String path, String who, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult rename(String code, String name, String version, String who) {
        return post(
                "/administration/units/" + code,
                who,
                Map.of(
                        "version",
                        version,
                        "name",
                        name,
                        "kind",
                        "PUBLIC_INSTITUTION",
                        "department",
                        CastSeeds.COUNTY_DEPARTMENT,
                        "region",
                        "410305",
                        "reason",
                        "洛编〔2023〕8号"));
    }

    private MvcTestResult add(String code, String name, String who) {
        return post(
                "/administration/units",
                who,
                Map.of("code", code, "name", name, "kind", "PUBLIC_INSTITUTION", "department", "", "region", "410305"));
    }

    @Test
    void from_6_to_8_March_county_agencies_amend_the_names_with_their_own_account() {
        clock.set("2023-03-08T23:59:59.999");
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("修订信息", "撤销单位");
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区中心幼儿园", "1", Cast.COUNTY)).hasStatus(302);
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("洛阳市涧西区中心幼儿园");
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.COUNTY))
                .bodyText()
                .contains("洛阳市涧西区实验幼儿园", "洛编〔2023〕8号");
    }

    @Test
    void with_a_dissolved_unit_its_clerks_accounts_end_and_nobody_elses() {
        clock.set("2023-03-07T10:00:00");
        assertThat(post(
                        "/administration/units/" + KINDERGARTEN + "/dissolve",
                        Cast.COUNTY,
                        Map.of("version", "1", "reason", "洛编〔2023〕8号")))
                .hasStatus(302);
        await().atMost(Duration.ofSeconds(10)).until(() -> !open(Cast.UNIT));
        assertThat(open(Cast.DEPARTMENT)).isTrue();
        assertThat(open(Cast.CITY_UNIT)).isTrue();
    }

    private boolean open(String userName) {
        return jdbc.sql("select closed_at is null from account.account where user_name = :name")
                .param("name", userName)
                .query(Boolean.class)
                .single();
    }

    @Test
    void at_24_o_clock_on_8_March_it_is_too_late() {
        clock.set("2023-03-09T00:00:00");
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区中心幼儿园", "1", Cast.COUNTY))
                .hasStatus(409)
                .bodyText()
                .contains("2023年3月8日 24:00", "只能新增单位");
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("洛阳市涧西区实验幼儿园");
    }

    @Test
    void once_registration_is_open_units_are_added_but_never_renamed_or_dissolved() {
        clock.set("2023-03-10T00:00:00");
        assertThat(add(NEW_CODE, "涧西区新建小学", Cast.COUNTY)).hasStatus(302);
        assertThat(organisation.unit(NEW_CODE).name()).isEqualTo("涧西区新建小学");
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区中心幼儿园", "1", Cast.COUNTY)).hasStatus(409);
        assertThat(post(
                        "/administration/units/" + KINDERGARTEN + "/dissolve",
                        Cast.COUNTY,
                        Map.of("version", "1", "reason", "洛编〔2023〕8号")))
                .hasStatus(409);
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.COUNTY))
                .bodyText()
                .doesNotContain("修订信息", "确认撤销");
    }

    @Test
    void a_unit_of_another_county_is_not_found_and_the_city_may_only_look() {
        clock.set("2023-03-07T10:00:00");
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.OTHER_COUNTY))
                .hasStatus(404);
        assertThat(get("/administration/units/" + KINDERGARTEN + "/edit", Cast.OTHER_COUNTY))
                .hasStatus(404);
        assertThat(rename(KINDERGARTEN, "甲幼儿园", "1", Cast.OTHER_COUNTY)).hasStatus(404);
        assertThat(get("/administration/units?agency=410305", Cast.OTHER_COUNTY))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("洛阳市涧西区实验幼儿园");
        assertThat(get("/administration/units?agency=410305", Cast.CITY))
                .bodyText()
                .contains("洛阳市涧西区实验幼儿园");
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.CITY))
                .hasStatusOk()
                .bodyText()
                .contains("这里只能查看");
        assertThat(rename(KINDERGARTEN, "甲幼儿园", "1", Cast.CITY)).hasStatus(404);
    }

    @Test
    void a_unit_of_the_city_that_stands_in_a_county_is_not_that_county_s() {
        assertThat(get("/administration/units/" + PARKS, Cast.OTHER_COUNTY)).hasStatus(404);
        assertThat(get("/administration/units", Cast.OTHER_COUNTY)).bodyText().doesNotContain("洛阳市园林绿化中心");
        assertThat(get("/administration/units", Cast.CITY)).bodyText().contains("洛阳市园林绿化中心");
    }

    @Test
    void a_name_of_the_city_s_own_units_is_not_changed_without_a_letter() {
        clock.set("2023-03-07T10:00:00");
        assertThat(rename(PARKS, "洛阳市园林中心", "1", Cast.CITY))
                .hasStatus(409)
                .bodyText()
                .contains("凭单位介绍信变更");
    }

    @Test
    void what_is_wrong_with_a_new_unit_is_told_at_once_and_nothing_typed_is_lost() {
        assertThat(post(
                        "/administration/units",
                        Cast.COUNTY,
                        Map.of(
                                "code",
                                "12410305MB1A000991",
                                "name",
                                "甲",
                                "kind",
                                "",
                                "department",
                                "",
                                "region",
                                "410311")))
                .hasStatus(422)
                .bodyText()
                .contains("校验位不符", "单位名称应为2至100个字", "请选择单位类别", "不是本辖区的行政区划", "12410305MB1A000991");
    }

    @Test
    void the_ground_of_a_new_unit_has_a_limit_like_every_field() {
        assertThat(post(
                        "/administration/units",
                        Cast.COUNTY,
                        Map.of(
                                "code", NEW_CODE,
                                "name", "涧西区新建小学",
                                "kind", "PUBLIC_INSTITUTION",
                                "department", "",
                                "region", "410305",
                                "reason", "依".repeat(201))))
                .hasStatus(422)
                .bodyText()
                .contains("依据不超过200个字", "涧西区新建小学");
        assertThat(organisation.findUnit(NEW_CODE)).isEmpty();
    }

    @Test
    void a_code_that_is_taken_is_told_beside_the_field() {
        assertThat(add(KINDERGARTEN, "另一个幼儿园", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("已登记，请在列表中查找该单位", "另一个幼儿园");
    }

    @Test
    void of_two_screens_the_second_is_told_that_somebody_was_first() {
        clock.set("2023-03-07T10:00:00");
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区中心幼儿园", "1", Cast.COUNTY)).hasStatus(302);
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区机关幼儿园", "1", Cast.COUNTY)).hasStatus(409);
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("洛阳市涧西区中心幼儿园");
    }

    /** 补充通知: what was amended for one county holds there, and nowhere else. */
    @Test
    void names_are_amended_longer_where_an_amendment_for_that_county_says_so() {
        clock.set("2023-03-08T10:00:00");
        assertThat(post(
                        "/administration/cycles/1/amendment",
                        Cast.ADMINISTRATOR,
                        Map.of(
                                "documentNumber", "洛人社函〔2023〕9号",
                                "reason", "该区机构改革尚未完成",
                                "region", "410305",
                                "wantedFrom", "",
                                "field-0", "windows.UNIT_NAMES.to",
                                "after-0", "2023-03-09 24:00:00")))
                .hasStatus(302);
        assertThat(post(
                        "/administration/cycles/amendments/1/confirmation",
                        Cast.SECOND_ADMINISTRATOR,
                        Map.of("seen", "0")))
                .hasStatus(302);
        clock.set("2023-03-09T12:00:00");
        assertThat(get("/administration/units", Cast.COUNTY)).bodyText().contains("核对单位信息正在进行", "2023年3月9日 24:00");
        assertThat(get("/units/changes", Cast.UNIT)).bodyText().contains("核对无误", "2023年3月9日 24:00");
        assertThat(get("/administration/units/" + KINDERGARTEN, Cast.COUNTY))
                .bodyText()
                .contains("修订信息", "撤销单位");
        assertThat(post("/units/changes/confirm", Cast.UNIT, Map.of())).hasStatus(302);
        assertThat(rename(KINDERGARTEN, "洛阳市涧西区中心幼儿园", "1", Cast.COUNTY)).hasStatus(302);
        assertThat(organisation.unit(KINDERGARTEN).name()).isEqualTo("洛阳市涧西区中心幼儿园");
        assertThat(get("/administration/units", Cast.OTHER_COUNTY)).bodyText().contains("核对单位信息已结束");
        assertThat(post("/units/changes/confirm", Cast.CITY_UNIT, Map.of())).hasStatus(409);
    }

    @Test
    void units_check_their_entry_within_the_window_and_the_agency_sees_who_did() {
        clock.set("2023-03-07T10:00:00");
        assertThat(get("/units/changes", Cast.UNIT)).hasStatusOk().bodyText().contains("核对无误", "请联系涧西区工考管理机构修订");
        assertThat(post("/units/changes/confirm", Cast.UNIT, Map.of())).hasStatus(302);
        assertThat(get("/administration/units?checked=yes", Cast.COUNTY))
                .bodyText()
                .contains("洛阳市涧西区实验幼儿园");
        assertThat(get("/administration/units?checked=no", Cast.COUNTY))
                .bodyText()
                .doesNotContain("洛阳市涧西区实验幼儿园");
        clock.set("2023-03-09T00:00:00");
        assertThat(post("/units/changes/confirm", Cast.CITY_UNIT, Map.of())).hasStatus(409);
    }

    @Test
    void filters_stand_in_the_address_and_take_signs_as_text() {
        assertThat(get("/administration/units?term=%25&kind=PUBLIC_INSTITUTION&status=all&sort=code", Cast.COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("没有符合条件的单位");
        assertThat(get("/administration/units?term=实验&department=" + CastSeeds.COUNTY_DEPARTMENT, Cast.COUNTY))
                .bodyText()
                .contains("符合条件的单位 1 家", "/administration/units.xlsx?agency=410305&amp;term=%E5%AE%9E%E9%AA%8C");
    }
}
