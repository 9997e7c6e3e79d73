package org.gongkao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.Act;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Office;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.CheckingFiles.Judgement;
import org.gongkao.supervision.SpotCheck.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A spot check from the frozen list to its end: fixed before the draw, repeated by anybody entitled, changed by nobody. */
class SpotCheckFlowTest extends DatabaseTest {

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    SpotChecks checks;

    @Autowired
    OrderingChecks ordering;

    @Autowired
    CheckingFiles checking;

    @BeforeEach
    void a_county_has_decided() {
        clock.set("2023-03-29T08:30:00");
        var given = new GivenDecisions(jdbc);
        given.decided("410305", 1, "王海", "APPROVE", 50, at("2023-03-20T09:00:00"), Duration.ofMinutes(10));
        given.decided("410305", 1, "王海", "REJECT", 5, at("2023-03-20T09:00:00"), Duration.ofMinutes(10));
        given.decided("410311", 2, "孙敏", "APPROVE", 30, at("2023-03-20T09:00:00"), Duration.ofMinutes(10));
        given.decided("410305", 1, "王海", "APPROVE", 7, at("2023-03-22T00:00:00"), Duration.ofMinutes(10));
    }

    @Test
    void list_and_secret_are_committed_to_before_the_draw_and_the_secret_is_shown_to_nobody() {
        var number = ordered(20);
        var check = check(number);
        assertThat(check.population()).isEqualTo(50);
        assertThat(check.stage()).isEqualTo(Stage.COMMITTED);
        assertThat(Sha256.of(secret())).isEqualTo(check.commitment());
        for (var reader : new String[] {Cast.CITY, Cast.COUNTY}) {
            for (var page : new String[] {"", "/repeat"}) {
                assertThat(page(reader, "/spot-checks/" + number + page))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain(secret());
            }
        }
        assertThat(page(Cast.CITY, "/spot-checks/" + number)).bodyText().contains(check.commitment(), check.listHash());
        assertThat(jdbc.sql("select detail from audit.line where act = '登记抽查'")
                        .query(String.class)
                        .single())
                .contains(check.listHash(), check.commitment());
    }

    @Test
    void the_draw_is_what_list_secret_and_words_say_and_both_agencies_repeat_it() {
        var number = drawn();
        var check = check(number);
        var list = checks.files(check);
        var expected = new Draw(secret(), Draw.listHash(list), "6 3 1 5")
                .first(20, list).stream().map(Draw.Ranked::number).toList();
        assertThat(checks.picked(check)).extracting(SpotChecks.Picked::number).containsExactlyElementsOf(expected);
        for (var reader : new String[] {Cast.CITY, Cast.COUNTY}) {
            assertThat(page(reader, "/spot-checks/" + number + "/repeat"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(secret(), "一致", expected.getFirst(), "openssl dgst")
                    .doesNotContain("不一致");
            assertThat(page(reader, "/spot-checks/" + number + "/list.txt"))
                    .hasStatusOk()
                    .bodyText()
                    .satisfies(text -> assertThat(Sha256.of(text)).isEqualTo(check.listHash()));
        }
    }

    @Test
    void what_is_decided_after_the_order_or_on_other_days_or_elsewhere_is_not_in_the_list() {
        var number = ordered(20);
        new GivenDecisions(jdbc)
                .decided("410305", 1, "王海", "APPROVE", 9, at("2023-03-21T09:00:00"), Duration.ofMinutes(1));
        assertThat(checks.files(check(number))).hasSize(50);
        checking.draw(number, "6 3 1 5", actor(Cast.CITY), clock.instant());
        assertThat(page(Cast.CITY, "/spot-checks/" + number + "/repeat"))
                .bodyText()
                .doesNotContain("不一致");
    }

    @Test
    void a_check_is_drawn_once() {
        var number = drawn();
        refused(
                SupervisionRefusal.DRAWN_ALREADY,
                () -> checking.draw(number, "另一句", actor(Cast.CITY), clock.instant()));
        var check = check(number);
        refused(
                SupervisionRefusal.DRAWN_ALREADY,
                () -> checks.draw(check, "同时", java.util.List.of(), actor(Cast.CITY), clock.instant()));
    }

    @Test
    void nothing_is_judged_or_ended_before_the_draw() {
        var number = ordered(20);
        refused(
                SupervisionRefusal.NOT_DRAWN,
                () -> checking.judge(number, Map.of(), actor(Cast.CITY), clock.instant()));
        refused(SupervisionRefusal.NOT_DRAWN, () -> checking.end(number, "无", actor(Cast.CITY), clock.instant()));
    }

    @Test
    void a_file_slipped_into_the_frozen_list_is_seen_and_nothing_is_drawn() {
        var number = ordered(20);
        asOwner("insert into supervision.spot_check_file select id, '20239999999' from supervision.spot_check");
        refused(SupervisionRefusal.TAMPERED, () -> checking.draw(number, "6 3 1 5", actor(Cast.CITY), clock.instant()));
        assertThat(check(number).stage()).isEqualTo(Stage.COMMITTED);
    }

    @Test
    void another_secret_than_the_one_committed_to_is_seen_and_nothing_is_drawn() {
        var number = ordered(20);
        asOwner("update supervision.spot_check set secret = repeat('0', 64)");
        refused(SupervisionRefusal.TAMPERED, () -> checking.draw(number, "6 3 1 5", actor(Cast.CITY), clock.instant()));
    }

    @Test
    void a_sample_changed_after_the_draw_is_seen_by_whoever_repeats_it() {
        var number = drawn();
        asOwner("""
                delete from supervision.spot_check_pick where place = 1;
                insert into supervision.spot_check_pick
                select c.id, 1, (select min(f.number) from supervision.spot_check_file f
                                  where not exists (select 1 from supervision.spot_check_pick p where p.number = f.number))
                  from supervision.spot_check c
                """);
        assertThat(page(Cast.COUNTY, "/spot-checks/" + number + "/repeat"))
                .bodyText()
                .contains("不一致");
    }

    @Test
    void each_file_gets_its_result_the_newest_counts_and_the_check_ends_when_all_have_one() {
        var number = drawn();
        var sample = checks.picked(check(number)).stream()
                .map(SpotChecks.Picked::number)
                .toList();
        refused(SupervisionRefusal.UNJUDGED, () -> checking.end(number, "无", actor(Cast.CITY), clock.instant()));
        var all = sample.stream().collect(Collectors.toMap(one -> one, one -> new Judgement(true, "")));
        checking.judge(number, all, actor(Cast.CITY), clock.instant());
        int changed = checking.judge(
                number,
                Map.of(
                        sample.getFirst(),
                        new Judgement(false, "证书编号与发证记录不符"),
                        sample.getLast(),
                        new Judgement(true, ""),
                        "20239999999",
                        new Judgement(false, "没有抽到")),
                actor(Cast.CITY),
                clock.instant());
        assertThat(changed).as("only what is new, and only of the sample").isOne();
        assertThat(check(number)).satisfies(check -> {
            assertThat(check.judged()).isEqualTo(20);
            assertThat(check.unsound()).isOne();
        });
        checking.end(number, "一份要求重新审核，其余无问题。", actor(Cast.CITY), clock.instant());
        assertThat(page(Cast.COUNTY, "/spot-checks/" + number)).bodyText().contains("一份要求重新审核", "证书编号与发证记录不符", "已完成");
        refused(SupervisionRefusal.ENDED_ALREADY, () -> checking.judge(number, all, actor(Cast.CITY), clock.instant()));
    }

    @Test
    void what_is_wrong_with_a_file_is_said_in_words_and_what_was_typed_stays() {
        var number = drawn();
        var sample = checks.picked(check(number));
        assertThat(post(
                        Cast.CITY,
                        "/spot-checks/" + number + "/results",
                        "sound." + sample.get(0).number(),
                        "no",
                        "words." + sample.get(0).number(),
                        "",
                        "words." + sample.get(1).number(),
                        "还没看完"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明申报 " + sample.get(0).number() + " 有什么问题", "还没看完");
    }

    @Test
    void the_county_checked_reads_along_and_changes_nothing_and_others_find_nothing() {
        var number = ordered(20);
        assertThat(page(Cast.COUNTY, "/spot-checks")).bodyText().contains(number);
        assertThat(post(Cast.COUNTY, "/spot-checks/" + number + "/draw", "words", "一"))
                .hasStatus(403);
        refused(CommonRefusal.NOT_YOURS_TO_DO, () -> checking.draw(number, "一", actor(Cast.COUNTY), clock.instant()));
        assertThat(page(Cast.OTHER_COUNTY, "/spot-checks")).bodyText().doesNotContain(number);
        for (var page : new String[] {"", "/repeat", "/list.txt"}) {
            assertThat(page(Cast.OTHER_COUNTY, "/spot-checks/" + number + page)).hasStatus(404);
            assertThat(page(Cast.PROVINCE, "/spot-checks/" + number + page)).hasStatus(404);
        }
        assertThat(page(Cast.COUNTY, "/spot-checks/new")).hasStatus(403);
    }

    @Test
    void more_than_there_is_and_a_period_without_decisions_are_refused_in_words() {
        assertThatThrownBy(() -> ordered(51))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        input ->
                                assertThat(input.faults().getFirst().sentence()).contains("只有 50 份"));
        assertThat(post(
                        Cast.CITY,
                        "/spot-checks",
                        "agency",
                        "410305",
                        "decision",
                        "RETURN",
                        "first",
                        "2023-03-20",
                        "last",
                        "2023-03-21",
                        "wanted",
                        "3",
                        "reason",
                        "例行抽查"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这一种决定");
    }

    @Test
    void every_fault_of_an_order_is_told_at_once_and_an_agency_outside_the_range_is_no_choice() {
        assertThat(post(
                        Cast.CITY,
                        "/spot-checks",
                        "agency",
                        "410300",
                        "decision",
                        "APPROVE",
                        "first",
                        "20日",
                        "last",
                        "2023-03-30",
                        "wanted",
                        "0",
                        "reason",
                        " "))
                .hasStatus(422)
                .bodyText()
                .contains("请选择要抽查的机构", "请填写日期", "请填写抽查几份", "请写明为什么抽查", "20日");
    }

    private String ordered(int wanted) {
        return ordering.order(
                new CheckOrder(
                        Office.agency("410305"),
                        Act.APPROVE,
                        LocalDate.of(2023, 3, 20),
                        LocalDate.of(2023, 3, 21),
                        wanted,
                        "夜间集中通过"),
                actor(Cast.CITY),
                clock.instant());
    }

    private String drawn() {
        var number = ordered(20);
        checking.draw(number, "6 3 1 5", actor(Cast.CITY), clock.instant());
        return number;
    }

    private SpotCheck check(String number) {
        return checks.get(number, actor(Cast.CITY));
    }

    private String secret() {
        return jdbc.sql("select secret from supervision.spot_check")
                .query(String.class)
                .single();
    }

    /** Past the grants, as somebody with the database in hand. */
    private void asOwner(String sql) {
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static void refused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }
}
