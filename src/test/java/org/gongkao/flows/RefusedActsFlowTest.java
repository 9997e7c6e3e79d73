package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.Applications;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** A refused act leaves its line after the rollback, wherever the refusal is told. */
class RefusedActsFlowTest extends DatabaseTest {

    /** Where a try itself is counted, or a file waits for its act: nothing that an act would change. */
    private static final String NOT_THE_ACTS = "account.attempt account.code";

    @Autowired
    private Applications applications;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private GivenFile given;

    @Autowired
    private JobSteps jobs;

    /** One refused request: who sends what, and what is answered. */
    private record Try(String who, String path, int status, List<String> form) {}

    private static Try one(String who, String path, int status, String... form) {
        return new Try(who, path, status, List.of(form));
    }

    @Test
    void in_each_kind_of_controller_a_refusal_leaves_one_line_and_changes_nothing() {
        var file = worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        given.find(file, cast.actor(Cast.UNIT), clock.instant());
        var seen = "" + version(file);
        long person = cast.actor(Cast.WORKER).person();
        var tries = List.of(
                one(Cast.UNIT, "/reviews/" + file, 422, "act", "approve", "version", seen),
                one(Cast.UNIT, "/reviews/" + file, 409, "act", "approve", "version", "0", "responsible", "刘芳"),
                one(Cast.OTHER_COUNTY, "/reviews/" + file, 404, "act", "approve", "version", seen),
                one(Cast.UNIT, "/reviews/batch", 422, "act", "approve"),
                one(Cast.UNIT, "/reviews/batch", 409, "act", "destroy", "chosen", file + "@" + seen),
                one(Cast.COUNTY, "/reviews/" + file + "/reexamination", 403, "version", seen),
                one(Cast.WORKER, "/application/sections/post", 409, "version", ""),
                one(Cast.WORKER, "/application/choice", 409, "level", "2", "occupation", "S0201", "version", "x"),
                one(Cast.WORKER, "/application/submission", 302, "version", "0"),
                one(Cast.WORKER, "/application/materials/ID_CARD", 422),
                one(Cast.UNIT, "/assistance/" + file + "/ready", 404),
                one(Cast.UNIT, "/roster/confirmations", 422),
                one(Cast.UNIT, "/roster/versions", 409, "hash", "x"),
                one(Cast.COUNTY, "/rosters/" + CastSeeds.COUNTY_UNIT + "/answers", 404, "line", "x"),
                one(Cast.WORKER, "/visit/bookings", 422),
                one(Cast.UNIT, "/unit-visits/bookings", 422),
                one(Cast.COUNTY, "/visit-slots/closing", 422),
                one(Cast.COUNTY, "/closings/410305/versions", 409),
                one(Cast.UNIT, "/papers", 302),
                one(Cast.WORKER, "/account/password", 422, "current", "wrong"),
                one(Cast.COUNTY, "/account/second-factor/off", 422, "current", "wrong", "code", "1"),
                one(
                        Cast.PROVINCE,
                        "/administration/accounts/new",
                        422,
                        "role",
                        "CITY_REVIEWER",
                        "office",
                        "410300",
                        "name",
                        "何伟",
                        "number",
                        "410302198110200137",
                        "userName",
                        Cast.CITY),
                one(Cast.UNIT, "/workers/" + person + "/number", 422),
                one(Cast.COUNTY, "/textbook-orders/stock/movements/9/reversal", 422),
                one(Cast.FINANCE, "/payment/transfers", 422, "file", "1", "first", "x", "last", "x"),
                one(Cast.FINANCE, "/payment/transfers", 404, "file", "9", "first", "2023-03-10", "last", "2023-03-10"),
                one(Cast.FINANCE, "/payment/discrepancies/1", 422),
                one(Cast.FINANCE, "/payment/refunds", 422, "charge", "x"),
                one(Cast.UNIT, "/collective-payments/check", 422),
                one(Cast.FINANCE, "/payment/close/2023-03-14", 404),
                one(Cast.WORKER, "/charges/9/pay", 404),
                one(Cast.ADMINISTRATOR, "/sanctions/9", 404, "act", "IMPOSE", "version", "0"));
        // Its page draws a secret when it is first shown.
        mvc.get().uri("/account/second-factor").with(cast.as(Cast.COUNTY)).exchange();
        var told = new SoftAssertions();
        for (var each : tries) {
            var what = each.who() + " " + each.path() + " " + each.form();
            long before = lines();
            var standing = standing();
            var answer = send(each).exchange();
            told.assertThat(answer.getResponse().getStatus()).as(what).isEqualTo(each.status());
            told.assertThat(lines() - before).as("lines of " + what).isEqualTo(1);
            told.assertThat(standing()).as("changed by " + what).isEqualTo(standing);
        }
        told.assertAll();
    }

    private MockMvcRequestBuilder send(Try one) {
        var request = mvc.post().uri(one.path()).with(cast.as(one.who())).with(csrf());
        for (int i = 0; i < one.form().size(); i += 2) {
            request = request.param(one.form().get(i), one.form().get(i + 1));
        }
        return request;
    }

    @Test
    void the_line_says_who_was_refused_what_on_which_file_and_why_and_nothing_that_was_typed() {
        var file = worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var answer = mvc.post()
                .uri("/reviews/" + file)
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("version", "" + version(file))
                .param("act", "reject")
                .param("reason", "陈立民 410305198001011234")
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("请写明理由和依据的文件条款");

        assertThat(line())
                .containsEntry("account", cast.actor(Cast.UNIT).account())
                .containsEntry("act", "POST reject")
                .containsEntry("subject", "/reviews/" + file)
                .containsEntry("detail", "请写明理由和依据的文件条款。");
        assertThat(line().toString()).doesNotContain("陈立民", "410305198001011234");
    }

    @Test
    void an_address_that_somebody_spelt_out_is_not_kept() {
        assertThat(mvc.post()
                        .uri("/reviews/{number}", "陈立民")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("version", "0"))
                .hasStatus(404);
        assertThat(line()).containsEntry("subject", "/reviews/…");
        assertThat(mvc.post()
                        .uri("/reviews/410305198001011234")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("version", "0")
                        .param("act", "13903790000"))
                .hasStatus(404);
        assertThat(line()).containsEntry("subject", "/reviews/***").containsEntry("act", "POST");
    }

    @Test
    void what_is_only_typed_wrongly_leaves_no_line() {
        worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        assertThat(mvc.post().uri("/forgotten-password").with(csrf())).hasStatus(422);
        assertThat(mvc.post().uri("/account/name").with(cast.as(Cast.WORKER)).with(csrf()))
                .hasStatus(422);
        assertThat(lines()).isZero();
    }

    @Test
    void to_hand_in_what_is_not_complete_is_an_act_and_refused() {
        send(one(Cast.WORKER, "/application/choice", 302, "level", "3", "occupation", "S0201"))
                .exchange();
        var file = jdbc.sql("select number from application.application")
                .query(String.class)
                .single();
        assertThat(send(one(Cast.WORKER, "/application/submission", 422, "version", "" + version(file))))
                .hasStatus(422);
        assertThat(line()).containsEntry("act", "提交申报").containsEntry("subject", "application:" + file);
    }

    @Test
    void late_typing_that_saves_itself_is_told_in_the_field_and_known() {
        worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        assertThat(mvc.post()
                        .uri("/application/sections/post")
                        .header("X-Autosave", "1")
                        .with(cast.as(Cast.WORKER))
                        .with(csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("没有保存");
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void every_refused_row_of_a_batch_leaves_its_line_and_the_report_shows_the_sentence() {
        var ready = worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var open = worker.handedIn(cast.actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        given.find(ready, cast.actor(Cast.UNIT), clock.instant());
        var standing = version(open);
        var job = Objects.requireNonNull(mvc.post()
                .uri("/reviews/batch")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("act", "approve")
                .param("responsible", "刘芳")
                .param("chosen", ready + "@" + version(ready), open + "@" + version(open), "410305198001011234@1")
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        jobs.runAll();

        assertThat(jdbc.sql(
                                "select act || '，' || subject || '，' || detail from audit.line where kind = 'REFUSED' order by id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("批量审查，application:" + open + "，任务 ")
                                .endsWith("第 2 行：还不能通过：请逐项核对，存在不符合或未核对的项目。"),
                        second -> assertThat(second)
                                .startsWith("批量审查，job:")
                                .doesNotContain("410305198001011234")
                                .contains("第 3 行"));
        assertThat(mvc.get().uri(job).with(cast.as(Cast.UNIT))).bodyText().contains("还不能通过：请逐项核对，存在不符合或未核对的项目。");
        assertThat(version(open)).isEqualTo(standing);
    }

    @Test
    void a_line_that_cannot_be_written_hides_the_sentence_from_nobody() throws SQLException {
        var file = worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        given.find(file, cast.actor(Cast.UNIT), clock.instant());
        asSuperuser("alter table audit.line add constraint broken check (kind <> 'REFUSED') not valid");
        try {
            assertThat(mvc.post()
                            .uri("/reviews/" + file)
                            .with(cast.as(Cast.UNIT))
                            .with(csrf())
                            .param("version", "" + version(file))
                            .param("act", "approve"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("请填写负责审核的责任人姓名");
            assertThat(send(one(Cast.OTHER_COUNTY, "/reviews/" + file, 404, "version", "0")))
                    .hasStatus(404)
                    .bodyText()
                    .contains("没有找到您要办理的内容");
            var job = Objects.requireNonNull(mvc.post()
                    .uri("/reviews/batch")
                    .with(cast.as(Cast.UNIT))
                    .with(csrf())
                    .param("act", "approve")
                    .param("responsible", "刘芳")
                    .param("chosen", file + "@0")
                    .exchange()
                    .getResponse()
                    .getRedirectedUrl());
            jobs.runAll();
            assertThat(mvc.get().uri(job).with(cast.as(Cast.UNIT))).bodyText().contains("此内容刚刚被他人办理过");
        } finally {
            asSuperuser("alter table audit.line drop constraint broken");
        }
        assertThat(lines()).isZero();
    }

    private static void asSuperuser(String sql) throws SQLException {
        var who = new Properties();
        who.putAll(TestDatabase.server().superuser());
        try (Connection connection = DriverManager.getConnection(TestDatabase.shared(), who);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int version(String number) {
        return applications.get(number, Actor.SYSTEM).version();
    }

    private long lines() {
        return jdbc.sql("select count(*) from audit.line where kind = 'REFUSED'")
                .query(Long.class)
                .single();
    }

    private Map<String, Object> line() {
        return jdbc.sql("select * from audit.line where kind = 'REFUSED' order by id desc limit 1")
                .query()
                .singleRow();
    }

    /** Everything that the database holds, but for the audit and what runs beside the acts. */
    private Map<String, String> standing() {
        var all = new TreeMap<String, String>();
        var tables = jdbc.sql("""
                select schemaname || '.' || tablename from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema', 'audit', 'public', 'demo')
                   and tablename not like 'flyway%'
                """).query(String.class).list();
        for (var table : tables) {
            if (!NOT_THE_ACTS.contains(table)) {
                all.put(
                        table,
                        jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                        + " t")
                                .query(String.class)
                                .single());
            }
        }
        return all;
    }
}
