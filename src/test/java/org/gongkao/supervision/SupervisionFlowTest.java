package org.gongkao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.Figures.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 事中事后监管 (notice 三(四)): the city sees each county's queue, ageing, return and reject rates, and what is worth a look. */
class SupervisionFlowTest extends DatabaseTest {

    private static final Duration MINUTES = Duration.ofMinutes(10);

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    Figures figures;

    @Autowired
    Decisions decisions;

    @Autowired
    Oversight oversight;

    private GivenDecisions given;

    @BeforeEach
    void a_wednesday_morning() {
        clock.set("2023-03-29T08:30:00");
        given = new GivenDecisions(jdbc);
    }

    @Test
    void the_city_sees_of_each_county_what_waits_how_long_and_how_it_decides() {
        given.waiting("410305", 3, at("2023-03-28T10:00:00"));
        given.waiting("410305", 2, at("2023-03-20T10:00:00"));
        given.decided("410305", 1, "王海", "APPROVE", 6, at("2023-03-15T09:00:00"), MINUTES);
        given.decided("410305", 1, "王海", "RETURN", 3, at("2023-03-16T09:00:00"), MINUTES);
        given.decided("410305", 1, "王海", "REJECT", 1, at("2023-03-20T09:00:00"), MINUTES);
        var line = of("410305");
        assertThat(line.waiting().waiting()).isEqualTo(5);
        assertThat(line.waiting().oldest()).isEqualTo(at("2023-03-20T10:00:00"));
        assertThat(line.waiting().firstHalf()).isEqualTo(3);
        assertThat(line.waiting().late()).isEqualTo(2);
        assertThat(line.decided()).isEqualTo(new Figures.Decided(6, 3, 1, 1));
        assertThat(page(Cast.CITY, "/supervision"))
                .hasStatusOk()
                .bodyText()
                .contains("过问 1 个有超期的机构", "涧西区", "2 份超期", "60.0 %", "30.0 %", "10.0 %", "1 天", "3月20日");
    }

    @Test
    void where_nothing_has_come_yet_the_page_says_so_and_counts_nothing() {
        assertThat(page(Cast.CITY, "/supervision")).hasStatusOk().bodyText().contains("还没有可看的数字");
    }

    @Test
    void the_range_is_what_lies_directly_below_and_the_county_sees_its_own_figures_alone() {
        given.waiting("410311", 4, at("2023-03-28T10:00:00"));
        given.waiting("410305", 1, at("2023-03-28T10:00:00"));
        assertThat(page(Cast.COUNTY, "/supervision"))
                .hasStatusOk()
                .bodyText()
                .contains("涧西区")
                .doesNotContain("洛龙区");
        assertThat(page(Cast.COUNTY, "/supervision/410305")).hasStatusOk();
        assertThat(page(Cast.COUNTY, "/supervision/410311")).hasStatus(404);
        assertThat(page(Cast.PROVINCE, "/supervision")).hasStatusOk().bodyText().doesNotContain("涧西区");
        assertThat(page(Cast.PROVINCE, "/supervision/410305")).hasStatus(404);
        assertThat(page(Cast.CITY, "/supervision/410311")).hasStatusOk();
        assertThat(page(Cast.UNIT, "/supervision")).hasStatus(403);
    }

    @Test
    void the_places_are_sorted_by_the_figure_asked_for_and_else_by_what_presses_most() {
        given.waiting("410305", 9, at("2023-03-28T10:00:00"));
        given.waiting("410311", 1, at("2023-03-14T10:00:00"));
        assertThat(order("/supervision")).containsExactly("洛龙区", "涧西区");
        assertThat(order("/supervision?sort=waiting")).containsExactly("涧西区", "洛龙区");
        assertThat(order("/supervision?sort=nonsense")).containsExactly("洛龙区", "涧西区");
    }

    private List<String> order(String path) {
        var text = text(page(Cast.CITY, path));
        var table = text.substring(text.indexOf("<tbody>"));
        return List.of("涧西区", "洛龙区").stream()
                .sorted(java.util.Comparator.comparing(table::indexOf))
                .toList();
    }

    @Test
    void the_table_is_exported_with_numbers_as_numbers_and_the_export_is_on_record() throws Exception {
        given.waiting("410305", 3, at("2023-03-28T10:00:00"));
        var answer = page(Cast.CITY, "/supervision/export");
        try (var book = new ReadableWorkbook(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            var row = rows.filter(one -> one.getCellText(0).equals("涧西区"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(3);
        }
        assertThat(jdbc.sql("select count(*) from audit.line where act = '导出监管数字'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void fast_single_decisions_are_shown_and_a_batch_is_not() {
        given.decided("410305", 1, "王海", "APPROVE", 12, at("2023-03-28T09:00:00"), Duration.ofSeconds(9));
        given.decided("410311", 2, "孙敏", "APPROVE", 40, at("2023-03-28T09:00:00"), Duration.ZERO);
        assertThat(risks()).containsExactly("王海 过快");
        assertThat(page(Cast.CITY, "/supervision/410305"))
                .bodyText()
                .contains("11 份决定距上一份不足 30 秒，平均 9 秒", "不是结论", "待确认", "距上一份 9 秒");
        assertThat(page(Cast.CITY, "/supervision/410311"))
                .bodyText()
                .contains("批量办理")
                .doesNotContain("份决定距上一份");
    }

    @Test
    void many_decisions_of_one_night_are_counted_together_before_and_after_midnight() {
        given.decided("410305", 1, "王海", "RETURN", 6, at("2023-03-27T22:00:00"), Duration.ofMinutes(2));
        given.decided("410305", 1, "王海", "RETURN", 4, at("2023-03-28T05:00:00"), Duration.ofMinutes(2));
        given.decided("410305", 1, "王海", "RETURN", 20, at("2023-03-28T06:00:00"), Duration.ofMinutes(20));
        assertThat(risks()).containsExactly("王海 夜间集中");
        assertThat(page(Cast.CITY, "/supervision/410305")).bodyText().contains("2023年3月27日 22:00 至次日 6:00 作出 10 份决定");
    }

    @Test
    void who_lets_far_more_pass_than_the_other_officers_is_shown_beside_them() {
        given.decided("410305", 1, "王海", "APPROVE", 40, at("2023-03-14T08:00:00"), MINUTES);
        given.decided("410311", 2, "孙敏", "APPROVE", 25, at("2023-03-14T08:00:00"), MINUTES);
        given.decided("410311", 2, "孙敏", "RETURN", 15, at("2023-03-15T08:00:00"), MINUTES);
        assertThat(risks()).containsExactly("王海 过宽");
    }

    @Test
    void a_sign_leads_to_exactly_the_decisions_it_is_made_of_screen_after_screen() {
        given.decided("410305", 1, "王海", "APPROVE", 61, at("2023-03-28T09:00:00"), Duration.ofSeconds(9));
        given.decided("410305", 1, "王海", "RETURN", 5, at("2023-03-27T09:00:00"), MINUTES);
        given.decided("410305", 3, "李娜", "APPROVE", 5, at("2023-03-28T09:00:03"), Duration.ofSeconds(9));
        var agency = oversight.get("410305", cast.actor(Cast.CITY), clock.instant());
        var filter = new Decisions.Filter(RiskKind.FAST, 1L);
        var first = decisions.list(agency, filter, null);
        var second = decisions.list(agency, filter, Objects.requireNonNull(first.next()));
        assertThat(first.rows()).hasSize(Decisions.SCREEN);
        assertThat(second.rows()).hasSize(10);
        assertThat(second.next()).isNull();
        assertThat(first.rows())
                .allMatch(
                        row -> row.actorName().equals("王海") && Double.valueOf(9).equals(row.gap()));
        assertThat(second.rows())
                .extracting(Decisions.Row::actId)
                .doesNotContainAnyElementsOf(
                        first.rows().stream().map(Decisions.Row::actId).toList());
    }

    @Test
    void the_decisions_are_read_by_an_index_of_their_office_and_not_among_all_acts() {
        for (int county = 1; county <= 5; county++) {
            given.decided(
                    "41031" + county, county, "甲", "APPROVE", 3_000, at("2023-03-14T08:00:00"), Duration.ofSeconds(40));
        }
        given.decided("410305", 9, "王海", "APPROVE", 100, at("2023-03-14T08:00:00"), MINUTES);
        analyse();
        var county = List.of(oversight.get("410305", cast.actor(Cast.COUNTY), clock.instant()));
        for (var sql : List.of(Figures.SQL, Decisions.OFFICERS)) {
            var plan = String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .params(Figures.asked(county, clock.instant()))
                            .params(Decisions.asked(county))
                            .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                            .list());
            assertThat(plan).contains("act_decision_of_office").doesNotContain("Seq Scan on act");
        }
    }

    /** As its own housekeeping does by and by; the application's role may not. */
    private void analyse() {
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute("analyze application.act, application.application");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Line of(String code) {
        var actor = cast.actor(Cast.CITY);
        return figures.of(oversight.of(actor, clock.instant()), clock.instant()).stream()
                .filter(line -> line.agency().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> risks() {
        return decisions.risks(oversight.of(cast.actor(Cast.CITY), clock.instant())).stream()
                .map(risk -> risk.officer().name() + " " + risk.kind().label())
                .toList();
    }

    private MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }
}
