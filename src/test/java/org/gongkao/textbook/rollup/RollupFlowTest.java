package org.gongkao.textbook.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.TextbookTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What county, city and province read of all order sheets: each its own range, and the sums are those of the sheets. */
class RollupFlowTest extends TextbookTest {

    private static final List<String> CITY = List.of("410305", "410311", "410300");

    @Autowired
    private Rollups rollups;

    @Autowired
    private RollupSpreadsheet spreadsheet;

    @Test
    void each_office_reads_its_own_range_and_the_auditor_what_the_city_reads() {
        orderer(1);
        orderer(2, UNIT, "S0404", 5);
        confirm(Cast.UNIT);
        orderer(3, CastSeeds.CITY_UNIT, "S0304", 4);
        confirm(Cast.CITY_UNIT);
        assertThat(get("/textbook-orders", Cast.COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("征订 2 册", "《汽车驾驶员》（高级工）", "《保育员》（初级工）", "待确认")
                .doesNotContain("《花卉工》");
        for (var reader : List.of(Cast.CITY, Cast.PROVINCE, Cast.AUDITOR)) {
            assertThat(get("/textbook-orders", reader))
                    .as(reader)
                    .hasStatusOk()
                    .bodyText()
                    .contains("征订 3 册", "《花卉工》（中级工）");
        }
        assertThat(get("/textbook-orders?place=410300", Cast.CITY)).bodyText().contains("征订 1 册");
        assertThat(get("/textbook-orders?place=410305", Cast.CITY)).bodyText().contains("征订 2 册");
        assertThat(get("/textbook-orders?place=410300", Cast.COUNTY))
                .as("above its range")
                .hasStatus(404);
        assertThat(get("/textbook-orders", Cast.OTHER_COUNTY)).bodyText().contains("还没有单位确认征订单");
        assertThat(get("/textbook-orders", Cast.UNIT)).hasStatus(403);
        assertThat(get("/textbook-orders", Cast.WORKER)).hasStatus(403);
        assertThat(get("/textbook-orders/units", Cast.COUNTY))
                .bodyText()
                .contains("洛阳市涧西区实验幼儿园")
                .doesNotContain("园林");
        assertThat(get("/textbook-orders/units", Cast.AUDITOR)).bodyText().contains("洛阳市涧西区实验幼儿园", "洛阳市园林绿化中心");
        assertThat(get("/textbook-orders/stock", Cast.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("登记入库</button>");
    }

    @Test
    void the_sums_are_those_of_the_newest_sheets_the_settled_ones_the_stock_and_the_slips() {
        orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        orderer(2);
        orderer(3, UNIT, "S0404", 5);
        confirm(Cast.UNIT);
        orderer(4, CastSeeds.CITY_UNIT, "S0201", 3);
        confirm(Cast.CITY_UNIT);
        arrives("S0201-3", 9, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        var books = rollups.books(2023, CITY, null, 100);
        assertThat(books)
                .extracting(one -> one.book() + " " + one.totals())
                .containsExactly("S0201-3 " + new Totals(3, 1, 1, 8, 0), "S0404-5 " + new Totals(1, 0, 0, 0, 0));
        sumsAreThoseOfTheSheets();
        assertThat(get("/textbook-orders/units?open=yes", Cast.COUNTY))
                .bodyText()
                .contains("没有等着发放的单位");
        assertThat(get("/textbook-orders/units", Cast.COUNTY)).bodyText().contains("待单位签收", "第 2 版");
    }

    private void sumsAreThoseOfTheSheets() {
        var all = rollups.byAgency(2023, CITY).values().stream().reduce(Totals.NONE, Totals::plus);
        assertThat(all.ordered()).isEqualTo(figure("""
                select coalesce(sum(l.quantity), 0) from textbook.order_line l where l.sheet_id in
                       (select distinct on (unit_code) id from textbook.order_sheet order by unit_code, version desc)
                """));
        assertThat(all.paid()).isEqualTo(figure("""
                select coalesce(sum(l.quantity), 0) from textbook.order_line l where l.sheet_id in
                       (select distinct on (s.unit_code) s.id from textbook.order_sheet s
                          join textbook.settled_sheet t on t.sheet_id = s.id order by s.unit_code, s.version desc)
                """));
        assertThat(all.onHand()).isEqualTo(figure("select coalesce(sum(quantity), 0) from textbook.movement"));
        assertThat(all.handedOut()).isEqualTo(figure("select coalesce(sum(quantity), 0) from textbook.handout_line"));
        var screens = rollups.books(2023, CITY, null, Integer.MAX_VALUE).stream()
                .map(Rollups.OfBook::totals)
                .reduce(Totals.NONE, Totals::plus);
        assertThat(screens).isEqualTo(all);
    }

    @Test
    void the_export_has_the_same_sums_and_every_units_lines() throws IOException {
        orderer(1);
        confirm(Cast.UNIT);
        assertThat(get("/textbook-orders/export", Cast.COUNTY)).hasStatusOk();
        assertThat(get("/textbook-orders/export?place=410300", Cast.COUNTY)).hasStatus(404);
        assertThat(get("/textbook-orders/export", Cast.UNIT)).hasStatus(403);
        assertThat(count("audit.line where act = '导出教材征订汇总'")).isOne();
        var out = new ByteArrayOutputStream();
        var city = cast.actor(Cast.CITY);
        spreadsheet.write(spreadsheet.asked("", city, clock.instant()), out, city, clock.instant());
        try (var book =
                new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            var sums = book.getFirstSheet().read();
            assertThat(sums.get(2).getCellText(0)).isEqualTo("《汽车驾驶员》（高级工）");
            assertThat(sums.getLast().getCellText(4)).isEqualTo("1");
            var details = book.getSheet(1).orElseThrow().read();
            assertThat(details).hasSize(2);
            assertThat(details.get(1).getCellText(1)).isEqualTo("洛阳市涧西区实验幼儿园");
        }
    }

    @Test
    void an_export_longer_than_what_is_held_at_once_is_whole() throws IOException {
        jdbc.sql("""
                insert into textbook.unit_book (year, unit_code, agency_code, level, occupation_code, ordered)
                select 2023, :unit, '410305', l, 'S' || lpad(o::text, 4, '0'), 1
                  from generate_series(1, 5) l, generate_series(1, 1300) o
                """).param("unit", UNIT).update();
        var out = new ByteArrayOutputStream();
        var county = cast.actor(Cast.COUNTY);
        spreadsheet.write(spreadsheet.asked("", county, clock.instant()), out, county, clock.instant());
        try (var book =
                new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getFirstSheet().read().getLast().getCellText(4)).isEqualTo("6500");
            assertThat(book.getSheet(1).orElseThrow().read()).hasSize(6_501);
        }
    }

    /** A hundred thousand lines: 5,000 units with 20 books each, walked screen by screen to the same sums. */
    @Test
    void a_hundred_thousand_lines_add_up_on_every_screen() {
        jdbc.sql("""
                insert into textbook.unit_book (year, unit_code, agency_code, level, occupation_code, ordered, paid, handed_out)
                select 2023, 'U' || lpad(u::text, 6, '0'), (array['410305', '410311', '410300'])[u % 3 + 1], b % 5 + 1,
                       'S' || lpad((b * 7 + u % 11)::text, 4, '0'), 3, 2, 1
                  from generate_series(1, 5000) u, generate_series(1, 20) b
                """).update();
        jdbc.sql("analyze textbook.unit_book").update();
        var sums = new ArrayList<Rollups.OfBook>();
        BookCode after = null;
        List<Rollups.OfBook> screen;
        do {
            screen = rollups.books(2023, CITY, after, 50);
            sums.addAll(screen);
            after = screen.isEmpty() ? after : screen.getLast().book();
        } while (screen.size() == 50);
        assertThat(sums)
                .extracting(Rollups.OfBook::book)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(sums.stream().map(Rollups.OfBook::totals).reduce(Totals.NONE, Totals::plus))
                .isEqualTo(new Totals(300_000, 200_000, 100_000, 0, 100_000));
        assertThat(rollups.byAgency(2023, List.of("410305")).values())
                .singleElement()
                .satisfies(one -> assertThat(one.ordered()).isEqualTo(3L * 20 * 1_666));
    }
}
