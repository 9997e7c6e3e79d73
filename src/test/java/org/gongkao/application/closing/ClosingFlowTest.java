package org.gongkao.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.application.closing.Reports.CITY;
import static org.gongkao.application.closing.Reports.COUNTY;

import java.nio.charset.StandardCharsets;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 报名信息材料汇总上报 (notice 六（三）): county to city, city to province. */
class ClosingFlowTest extends DatabaseTest {

    @Autowired
    private GivenFile files;

    private Reports reports;
    private String file = "";

    @BeforeEach
    void given() {
        reports = new Reports(mvc, cast);
        clock.set("2023-04-09T09:00:00");
        file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    private void approve() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
    }

    /** The county's report at the city, closed and stamped. */
    private void reported() {
        approve();
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasStatus3xxRedirection();
        assertThat(reports.stamp(Cast.COUNTY, COUNTY)).hasStatus3xxRedirection();
    }

    @Test
    void 县区审查办结后汇总上报_市接收() {
        assertThat(reports.page(Cast.COUNTY, COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("未上报", "还没有办结的", "/reviews?desk=mine", "本级未审结", "还不能汇总上报：本级未审结 1 份")
                .doesNotContain("name=\"responsible\"");
        assertThat(reports.close(Cast.COUNTY, COUNTY))
                .as("not even when it is sent by hand")
                .hasStatus(409);
        approve();
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("审查已全部办结", "现在 1 份申报，审查通过 1 份");
        assertThat(reports.close(Cast.COUNTY, COUNTY, " "))
                .hasStatus(422)
                .bodyText()
                .contains("请填写负责审查的责任人姓名");
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY))
                .bodyText()
                .contains("已上报，待审核", "第 1 版：1 份申报，审查通过 1 份，不通过 0 份", "首次上报", "三级（高级工）", "还没有盖章扫描件");
        assertThat(reports.page(Cast.CITY, COUNTY))
                .bodyText()
                .contains("上传后才能接收")
                .doesNotContain("value=\"ACCEPT\"");
        assertThat(reports.receive(Cast.CITY, COUNTY, "ACCEPT", ""))
                .as("not without the stamped paper")
                .hasStatus(409);
        assertThat(reports.post(Cast.COUNTY, COUNTY + "/scan", "scan", "")).hasStatus(422);
        assertThat(reports.stamp(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(reports.receive(Cast.CITY, COUNTY, "ACCEPT", "")).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("已接收", "上级已接收", "何伟");
        assertThat(reports.stamp(Cast.COUNTY, COUNTY))
                .as("what was accepted is stamped no more")
                .hasStatus(409);
        assertThat(reports.page(Cast.CITY, "/closings"))
                .bodyText()
                .contains("14 个下级机构，1 个已接收，0 个待审核，13 个没有上报", "涧西区工考管理机构");
    }

    @Test
    void before_the_end_of_registration_nothing_is_closed_though_the_queue_is_empty() {
        approve();
        clock.set("2023-03-28T23:59:59.999");
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("网上注册报名 2023年3月28日 24:00 截止，在此之前还可能有新的申报");
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasStatus(409);
        clock.set("2023-03-29T00:00:00");
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
    }

    @Test
    void when_the_review_is_over_what_is_open_is_said_in_the_report() {
        clock.set("2023-04-10T23:59:59.999");
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasStatus(409);
        clock.set("2023-04-11T00:00:00");
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("没有办结的写入汇总表", "资格审查已截止");
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.CITY, COUNTY)).bodyText().contains("还没有办结的", "本级未审结", "审查通过 0 份");
        assertThat(reports.page(Cast.CITY, COUNTY + "/versions/1")).bodyText().contains(file, "本级未审结");
    }

    @Test
    void what_is_sent_back_needs_a_reason_and_comes_again_as_another_version() {
        reported();
        assertThat(reports.receive(Cast.CITY, COUNTY, "SEND_BACK", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明退回重报或重新打开的理由");
        assertThat(reports.receive(Cast.CITY, COUNTY, "SEND_BACK", "扫描件看不清公章")).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("退回重报的理由：扫描件看不清公章", "改正后重新上报");
        assertThat(reports.receive(Cast.CITY, COUNTY, "ACCEPT", "")).hasStatus(409);
        assertThat(reports.close(Cast.COUNTY, COUNTY, "李主任")).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY))
                .bodyText()
                .contains("第 2 版", "退回后重报", "李主任", "还没有盖章扫描件")
                .doesNotContain("退回重报的理由");
    }

    @Test
    void what_was_reported_is_reported_again_only_when_something_has_changed() {
        reported();
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().doesNotContain("再次上报");
        var figures = new Figures(java.util.List.of(new Figures.Cell(3, "S0201", Conclusion.APPROVED, 1)));
        assertThat(reports.post(
                        Cast.COUNTY,
                        COUNTY + "/versions",
                        "version",
                        "2",
                        "figures",
                        figures.hash(),
                        "responsible",
                        "王海"))
                .hasStatus(409)
                .bodyText()
                .contains("上报以后没有变化，与第 1 版相同");
    }

    @Test
    void numbers_that_are_no_longer_those_on_the_screen_are_not_reported() {
        approve();
        assertThat(reports.post(Cast.COUNTY, COUNTY + "/versions", "version", "0", "figures", "x", "responsible", "王海"))
                .hasStatus(409)
                .bodyText()
                .contains("刚刚被他人办理过");
    }

    @Test
    void a_city_reports_after_its_counties_or_names_those_that_are_missing() {
        reported();
        reports.receive(Cast.CITY, COUNTY, "ACCEPT", "");
        assertThat(reports.page(Cast.CITY, CITY)).bodyText().contains("13 个下级的汇总表没有接收", "未接收，不在汇总表内");
        assertThat(reports.close(Cast.CITY, CITY)).hasStatus(409).bodyText().contains("13 个下级的汇总表没有接收");
        clock.set("2023-04-11T09:00:00");
        assertThat(reports.close(Cast.CITY, CITY)).hasRedirectedUrl(CITY);
        assertThat(reports.stamp(Cast.CITY, CITY)).hasRedirectedUrl(CITY);
        var county = hash("410305");
        assertThat(reports.body(Cast.CITY, CITY + "/versions/1/text"))
                .contains("所辖\t410305\t1\t" + county + "\n", "所辖\t410302\t未上报\t\n");
        assertThat(reports.page(Cast.PROVINCE, CITY))
                .bodyText()
                .contains(
                        "第 1 版：本级 0 份申报",
                        "连同所辖县区共 1 份申报，审查通过 1 份，不通过 0 份",
                        "第 1 版 " + county.substring(0, 16),
                        "未接收，不在汇总表内");
        assertThat(reports.page(Cast.PROVINCE, COUNTY))
                .as("the county reports to the city")
                .hasStatus(404);
        assertThat(reports.receive(Cast.PROVINCE, CITY, "ACCEPT", "")).hasRedirectedUrl(CITY);
        assertThat(reports.page(Cast.PROVINCE, "/closings")).bodyText().contains("1 个下级机构，1 个已接收");
    }

    @Test
    void a_county_that_comes_in_late_changes_the_citys_report() {
        clock.set("2023-04-11T09:00:00");
        reports.close(Cast.CITY, CITY);
        assertThat(reports.page(Cast.CITY, CITY)).bodyText().doesNotContain("再次上报");
        reported();
        reports.receive(Cast.CITY, COUNTY, "ACCEPT", "");
        assertThat(reports.page(Cast.CITY, CITY)).bodyText().contains("再次上报", "上报后有变化");
        assertThat(reports.close(Cast.CITY, CITY)).hasRedirectedUrl(CITY);
        assertThat(reports.body(Cast.CITY, CITY + "/versions/2/text")).contains("所辖\t410305\t1\t" + hash("410305"));
    }

    @Test
    void a_neighbour_and_everybody_else_do_not_learn_of_it() {
        reported();
        for (var path : new String[] {
            COUNTY,
            COUNTY + "/versions/1",
            COUNTY + "/versions/1/letter",
            COUNTY + "/versions/1/spreadsheet",
            COUNTY + "/versions/1/text",
            COUNTY + "/versions/1/scan"
        }) {
            assertThat(reports.page(Cast.OTHER_COUNTY, path)).as(path).hasStatus(404);
            assertThat(reports.page(Cast.UNIT, path)).as(path).hasStatus(403);
            assertThat(reports.page(Cast.CITY, path)).as(path).hasStatusOk();
        }
        assertThat(reports.post(Cast.OTHER_COUNTY, COUNTY + "/acts", "act", "REOPEN", "reason", "x"))
                .hasStatus(404);
        assertThat(reports.post(Cast.OTHER_COUNTY, COUNTY + "/versions", "responsible", "王海"))
                .hasStatus(404);
        assertThat(reports.stamp(Cast.OTHER_COUNTY, COUNTY)).hasStatus(404);
        assertThat(reports.receive(Cast.COUNTY, COUNTY, "ACCEPT", ""))
                .as("nobody accepts the own report")
                .hasStatus(409);
        assertThat(reports.page(Cast.CITY, "/closings/999999")).hasStatus(404);
        assertThat(reports.page(Cast.CITY, COUNTY + "/versions/2")).hasStatus(404);
    }

    @Test
    void a_county_whose_review_the_city_does_has_nothing_to_report() {
        assertThat(reports.page(Cast.CITY, "/closings/4103Z1"))
                .hasStatus(409)
                .bodyText()
                .contains("今年没有承接资格审查");
        assertThat(reports.body(Cast.CITY, "/closings")).doesNotContain("高新技术");
    }

    @Test
    void the_hash_can_be_made_again_by_anybody_from_the_text() {
        reported();
        var text = reports.body(Cast.CITY, COUNTY + "/versions/1/text");
        assertThat(text)
                .startsWith("工考资格审查汇总表\t1\n机构\t410305\n年度\t2023\n版本\t1\n责任人\t王海\n上报时间\t2023年4月9日 09:00:00\n")
                .endsWith("申报\t" + file + "\t三级\tS0201\t审查通过\n");
        assertThat(Sha256.of(text)).isEqualTo(hash("410305"));
        assertThat(reports.page(Cast.CITY, COUNTY + "/versions/1?check=true"))
                .bodyText()
                .contains("复核一致", hash("410305"));
        assertThat(reports.page(Cast.CITY, COUNTY + "/versions/1")).bodyText().doesNotContain("复核一致");
    }

    @Test
    void the_sheet_and_the_spreadsheet_can_be_taken_along() {
        reported();
        assertThat(reports.page(Cast.COUNTY, COUNTY + "/versions/1/letter"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/pdf");
        var sheet = reports.page(Cast.COUNTY, COUNTY + "/versions/1/spreadsheet");
        assertThat(sheet)
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(new String(sheet.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
    }

    private String hash(String agency) {
        return jdbc.sql("""
                        select v.content_hash from application.closing_version v join application.closing c on c.id = v.closing_id
                         where c.agency_code = :agency order by v.version desc limit 1
                        """).param("agency", agency).query(String.class).single();
    }
}
