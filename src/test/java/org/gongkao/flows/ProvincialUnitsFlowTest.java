package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.account.Accounts;
import org.gongkao.application.Routing;
import org.gongkao.application.SystemActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.SocialCreditCode;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 省直单位: the province keeps, reviews and corrects for its own units what a city does for 市直 ones. */
class ProvincialUnitsFlowTest extends DatabaseTest {

    private static final String UNITS = "/administration/units";
    private static final String UNIT =
            SocialCreditCode.complete("12410000MB1A00007").value();
    private static final String DEPARTMENT =
            SocialCreditCode.complete("11410000MB1A00008").value();
    private static final String CLERK = "wenjuan";

    @Autowired
    private Organisation organisation;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private Routing routing;

    @Autowired
    private Cycles cycles;

    @Autowired
    private GivenFile files;

    @Autowired
    private SystemActs system;

    @BeforeEach
    void the_province_registers_a_department_and_a_unit() {
        clock.set("2023-03-07T10:00:00");
        assertThat(post(UNITS + "/departments", Cast.PROVINCE, "code", DEPARTMENT, "name", "河南省水利厅"))
                .hasStatus3xxRedirection();
        assertThat(post(
                        UNITS,
                        Cast.PROVINCE,
                        "code",
                        UNIT,
                        "name",
                        "河南省故县水库管理处",
                        "kind",
                        "PUBLIC_INSTITUTION",
                        "department",
                        DEPARTMENT,
                        "region",
                        "410300"))
                .hasStatus3xxRedirection();
        accounts.open(
                CLERK,
                CastSeeds.PASSWORD,
                Role.UNIT_CLERK,
                Office.unit(UNIT),
                persons.add("文娟", NationalId.complete("41030319830405002"), null, Actor.SYSTEM));
    }

    @Test
    void its_unit_asks_with_its_letter_and_the_province_decides() throws IOException {
        assertThat(post(UNITS + "/" + UNIT, Cast.PROVINCE, "version", "1", "name", "甲处", "reason", "无函"))
                .as("not without a letter")
                .hasStatus(409)
                .bodyText()
                .contains("凭单位介绍信变更");
        var number = requested();
        assertThat(post("/units/changes/" + number + "/approve", Cast.CITY, "version", "1"))
                .as("the city in which it stands does not even see it")
                .hasStatus(404);
        assertThat(get(UNITS + "/changes", Cast.PROVINCE)).bodyText().contains(number);
        assertThat(post("/units/changes/" + number + "/approve", Cast.PROVINCE, "version", "1"))
                .hasStatus3xxRedirection();
        assertThat(organisation.unit(UNIT).name()).isEqualTo("河南省故县水利枢纽管理处");
    }

    @Test
    void the_province_opens_the_accounts_of_its_units_and_of_nobody_elses() {
        assertThat(open("unit:" + UNIT)).hasStatusOk().bodyText().contains("chenghong");
        assertThat(open("unit:" + CastSeeds.CITY_UNIT))
                .hasStatus(422)
                .bodyText()
                .contains("不由您开立");
    }

    @Test
    void files_of_its_units_end_before_the_province_and_so_do_their_rosters() {
        assertThat(routing.route(UNIT, cycles.current(clock.instant())))
                .containsExactly(Office.unit(UNIT), Office.department(DEPARTMENT), Office.agency("410000"));
        clock.set("2023-04-08T09:00:00");
        var province = cast.actor(Cast.PROVINCE);
        var number = files.inReview(cast.actor(Cast.WORKER), UNIT, province, clock.instant());
        assertThat(get("/reviews", Cast.PROVINCE)).hasStatusOk().bodyText().contains("陈立民");
        assertThat(get("/reviews/" + number, Cast.CITY)).hasStatus(404);
        files.approve(number, province, clock.instant());
        system.paid(number, clock.instant());
        assertThat(get("/rosters", Cast.PROVINCE)).bodyText().contains("河南省故县水库管理处");
        assertThat(get("/rosters/" + UNIT, Cast.PROVINCE))
                .hasStatusOk()
                .bodyText()
                .contains("陈立民");
        assertThat(get("/rosters/" + UNIT, Cast.CITY)).hasStatus(404);
        assertThat(get("/roster", CLERK)).bodyText().contains("陈立民");
    }

    private String requested() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "png", out);
        assertThat(mvc.post()
                        .uri("/units/changes")
                        .multipart()
                        .file(new MockMultipartFile("file", "介绍信.png", "image/png", out.toByteArray()))
                        .with(cast.as(CLERK))
                        .with(csrf())
                        .param("code", UNIT)
                        .param("act", "AMEND")
                        .param("version", "1")
                        .param("name", "河南省故县水利枢纽管理处")
                        .param("kind", "PUBLIC_INSTITUTION")
                        .param("department", DEPARTMENT)
                        .param("region", "410300")
                        .param("reason", "豫编办〔2023〕5号更名")
                        .exchange())
                .hasStatus3xxRedirection();
        return jdbc.sql("select max(number) from organisation.unit_change")
                .query(String.class)
                .single();
    }

    private MvcTestResult open(String office) {
        return post(
                "/administration/accounts/new",
                Cast.PROVINCE,
                "act",
                "open",
                "role",
                "UNIT_CLERK",
                "office",
                office,
                "name",
                "程红",
                "number",
                "410303198504170029",
                "userName",
                "chenghong");
    }

    private MvcTestResult get(String uri, String who) {
        return mvc.get().uri(uri).with(cast.as(who)).exchange();
    }

    /** Pairs of name and value. */
    private MvcTestResult post(String uri, String who, String... form) {
        var request = mvc.post().uri(uri).with(cast.as(who)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
