package org.gongkao.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.application.closing.Reports.COUNTY;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.Outstanding;
import org.gongkao.application.closing.Report.Waiting;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A report of very many files, and what of it the database keeps. */
class ClosedListDbTest extends DatabaseTest {

    private static final int FILES = 20_000;

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private ReportingReview reporting;

    @Autowired
    private ClosedVersions versions;

    @Autowired
    private Closings closings;

    @Autowired
    private LiveFigures live;

    @Autowired
    private Reporters reporters;

    @Autowired
    private Organisation organisation;

    private Reports reports;

    @BeforeEach
    void given() {
        reports = new Reports(mvc, cast);
        clock.set("2023-04-11T09:00:00");
    }

    /** Files of the county in all conclusions. */
    private void plant(int files) {
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation,
                       unit_code, route, authority, overseer, created_at, changed_at)
                select '2023' || lpad(n::text, 7, '0'), 1000000 + n, 2023, 1,
                       (array['PAID', 'PAYMENT_DUE', 'REJECTED', 'RETURNED'])[1 + n % 4], 1 + n % 5, 'S0' || 201 + n % 40,
                       'unit', array['agency:410305'], 'agency:410305', 'agency:410300', :now, :now
                  from generate_series(1, :files) n
                """)
                .param("files", files)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void close() {
        var figures = live.of(Office.agency("410305"), 2023);
        reporting.close("410305", 0, figures.hash(), "王海", cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void twenty_thousand_files_are_closed_listed_by_key_and_checked() {
        plant(FILES);
        close();
        var closing = closings.get(organisation.agency("410305"), 2023);
        var version = versions.get(closing, 1);
        assertThat(version.total()).isEqualTo(FILES);
        var seen = new HashSet<String>();
        String after = "";
        int screens = 0;
        while (after != null) {
            var page = versions.lines(version, after, 5_000);
            page.rows().forEach(row -> seen.add(row.number()));
            after = page.next();
            screens++;
        }
        assertThat(seen).hasSize(FILES);
        assertThat(screens).isEqualTo(4);
        assertThat(versions.report(closing, version).hash()).isEqualTo(version.hash());
        var last = versions.lines(version, "20230019950", 100);
        assertThat(last.rows()).hasSize(50);
        assertThat(last.next()).isNull();
        asOwner("analyze application.closing_line");
        assertThat(plan(version)).contains("closing_line_pkey").doesNotContain("Seq Scan", "Sort");
    }

    /** The application's role may neither change a kept line nor look after the statistics. */
    private void asOwner(String sql) {
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(ClosedVersion version) {
        return String.join(
                "\n",
                jdbc.sql("explain " + ClosedVersions.LINES)
                        .param("version", version.id())
                        .param("after", "20230010000")
                        .param("limit", 101)
                        .query(String.class)
                        .list());
    }

    @Test
    void the_list_is_shown_a_screen_at_a_time() {
        plant(250);
        close();
        var first = COUNTY + "/versions/1";
        assertThat(reports.page(Cast.CITY, first))
                .bodyText()
                .contains("250 份申报", "本页 100 份", first + "?after=20230000100")
                .doesNotContain("20230000101<");
        assertThat(reports.page(Cast.CITY, first + "?after=20230000200"))
                .bodyText()
                .contains("本页 50 份", "回到第一页", "20230000250")
                .doesNotContain("下一页");
    }

    @Test
    void who_changes_a_kept_line_is_found_out() {
        plant(4);
        close();
        asOwner("update application.closing_line set conclusion = 'APPROVED' where conclusion = 'REJECTED'");
        assertThat(reports.page(Cast.CITY, COUNTY + "/versions/1?check=true"))
                .bodyText()
                .contains("复核不一致");
    }

    /** What other parts keep of open obligations; a nought is a line of the report as well. */
    @Test
    void what_files_still_wait_for_is_counted_kind_by_kind_and_a_nought_is_said() {
        plant(8);
        var drafting =
                new DraftingReport(live, closings, versions, reporters, provider(of("待补材料", 3), of("未退还的原件", 0)));
        var closing = closings.get(organisation.agency("410305"), 2023);
        var report = drafting.report(closing, "王海", cast.actor(Cast.COUNTY), clock.instant());
        assertThat(report.outstanding()).containsExactly(new Waiting("待补材料", 3), new Waiting("未退还的原件", 0));
        assertThat(report.text()).contains("未了\t待补材料\t3\n未了\t未退还的原件\t0\n");
        assertThat(report.figures().of(Conclusion.APPROVED)).isEqualTo(4);
        assertThat(report.figures()).isEqualTo(live.of(Office.agency("410305"), 2023));
    }

    private static Outstanding of(String label, long files) {
        return new Outstanding() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public long count(int year, Office agency, Actor by) {
                assertThat(year).isEqualTo(2023);
                assertThat(agency).isEqualTo(Office.agency("410305"));
                return files;
            }
        };
    }

    private static ObjectProvider<Outstanding> provider(Outstanding... all) {
        return new ObjectProvider<>() {
            @Override
            public Stream<Outstanding> orderedStream() {
                return List.of(all).stream();
            }
        };
    }
}
