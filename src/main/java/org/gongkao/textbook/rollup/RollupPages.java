package org.gongkao.textbook.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.BookNames;
import org.gongkao.textbook.BookNames.BookName;
import org.gongkao.textbook.BookPrices;
import org.gongkao.textbook.OfficeRange;
import org.gongkao.textbook.OfficeRange.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an office's sums together. */
@Component
class RollupPages {

    static final int SCREEN = 50;

    private final Rollups rollups;
    private final OfficeRange range;
    private final BookNames names;
    private final Cycles cycles;

    RollupPages(Rollups rollups, OfficeRange range, BookNames names, Cycles cycles) {
        this.rollups = rollups;
        this.range = range;
        this.names = names;
        this.cycles = cycles;
    }

    RollupPage of(Actor actor, String place, @Nullable BookCode after, Instant now) {
        var cycle = cycles.current(actor.office().code(), now);
        var places = range.of(actor);
        var asked = range.agencies(place, actor);
        var byAgency = rollups.byAgency(cycle.year(), range.agencies("", actor));
        var sum = sum(asked, byAgency);
        var found = rollups.books(cycle.year(), asked, after, SCREEN + 1);
        var shown = found.subList(0, Math.min(found.size(), SCREEN));
        long longest = longest(shown.stream().map(Rollups.OfBook::totals).toList());
        var address = RollupController.ORDERS + (place.isEmpty() ? "" : "?place=" + place);
        var next = found.size() <= SCREEN
                ? ""
                : address + (place.isEmpty() ? "?" : "&") + "after="
                        + shown.getLast().book();
        return new RollupPage(
                brief(sum, byAgency.getOrDefault(actor.office().code(), Totals.NONE), actor, cycle),
                chips(places, byAgency, place),
                shown.stream()
                        .map(one -> row(names.of(one.book(), cycle), one.totals(), longest))
                        .toList(),
                row(new BookName("", "合计", "", "", "", ""), sum, 0),
                after == null && next.isEmpty(),
                after == null ? "" : address,
                next,
                place.isEmpty() && places.size() > 1 ? places(places, byAgency) : List.of(),
                RollupController.ORDERS + "/export" + (place.isEmpty() ? "" : "?place=" + place),
                unconfirmed(cycle));
    }

    private static List<String> unconfirmed(Cycle cycle) {
        var said = new ArrayList<String>();
        if (BookPrices.of(cycle).sample()) {
            said.add("书名、编号和价格没有见到文件，现为样例。");
        }
        if (!BookPrices.of(cycle).hasPrices()) {
            said.add("本年度教材价格没有公布：先征订，不收款。");
        }
        return List.copyOf(said);
    }

    /** What is asked of the reader is to hand out to the own units; what those below have to do is only said. */
    private static Brief brief(Totals sum, Totals own, Actor actor, Cycle cycle) {
        var until = BookPrices.of(cycle).until();
        boolean asked = own.open() > 0 && !actor.is(Role.AUDITOR);
        long others = asked ? sum.open() - own.open() : sum.open();
        return new Brief(
                "征订 " + count(sum.ordered()) + " 册，已发放 " + count(sum.handedOut()) + " 册",
                "已缴 " + count(sum.paid()) + " 册，库存 " + count(sum.onHand()) + " 册",
                asked ? "发放 " + count(own.open()) + " 册已缴清的教材" : "不用办理",
                others > 0 ? (asked ? "另" : "各机构") + "有 " + count(others) + " 册已缴待发" : "",
                asked ? Shanghai.deadline(cycle.window(Window.TRAINING).to()) : until.isEmpty() ? "未定" : until,
                asked ? "教材发放与培训截止" : "征订和缴款截止");
    }

    /** Places where there is nothing would only be in the way. */
    private static List<Chip> chips(List<Place> places, Map<String, Totals> byAgency, String here) {
        var some = places.stream()
                .filter(place -> place.code().equals(here)
                        || !sum(place.agencies(), byAgency).isNothing())
                .toList();
        if (places.size() < 2 || some.isEmpty()) {
            return List.of();
        }
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", RollupController.ORDERS, here.isEmpty()));
        some.forEach(place -> chips.add(Chip.of(
                place.name(),
                RollupController.ORDERS + "?place=" + place.code(),
                place.code().equals(here))));
        return List.copyOf(chips);
    }

    private static List<RollupPage.PlaceRow> places(List<Place> places, Map<String, Totals> byAgency) {
        long longest = longest(
                places.stream().map(place -> sum(place.agencies(), byAgency)).toList());
        return places.stream()
                .filter(place -> !sum(place.agencies(), byAgency).isNothing())
                .map(place -> {
                    var sum = sum(place.agencies(), byAgency);
                    return new RollupPage.PlaceRow(
                            place.name(),
                            RollupController.ORDERS + "?place=" + place.code(),
                            count(sum.ordered()),
                            count(sum.paid()),
                            count(sum.onHand()),
                            count(sum.handedOut()),
                            bars(sum, longest));
                })
                .toList();
    }

    static Totals sum(List<String> agencies, Map<String, Totals> byAgency) {
        return agencies.stream()
                .map(agency -> byAgency.getOrDefault(agency, Totals.NONE))
                .reduce(Totals.NONE, Totals::plus);
    }

    private static RollupPage.Row row(BookName book, Totals totals, long longest) {
        return new RollupPage.Row(
                book,
                count(totals.ordered()),
                count(totals.paid()),
                count(totals.onHand()),
                count(totals.handedOut()),
                longest == 0 ? List.of() : bars(totals, longest));
    }

    private static long longest(List<Totals> all) {
        return Math.max(
                1,
                all.stream()
                        .mapToLong(one -> Math.max(one.ordered(), one.handedOut() + one.open()))
                        .max()
                        .orElse(1));
    }

    /** What has gone out, what is paid and waits, what is ordered and not paid: side by side they are the order. */
    private static List<RollupPage.Bar> bars(Totals totals, long longest) {
        var bars = new ArrayList<RollupPage.Bar>();
        long from = 0;
        long[] widths = {
            totals.handedOut(), totals.open(), Math.max(0, totals.ordered() - totals.handedOut() - totals.open())
        };
        String[] tones = {"b1", "b2", "b3"};
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                bars.add(new RollupPage.Bar(tones[i], percent(from, longest), percent(widths[i], longest)));
                from += widths[i];
            }
        }
        return List.copyOf(bars);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
