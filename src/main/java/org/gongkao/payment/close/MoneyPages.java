package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.BookSums;
import org.gongkao.ledger.BookSums.Sum;
import org.gongkao.ledger.ClosingDays;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.SheetNote;
import org.gongkao.payment.close.MoneyPage.Day;
import org.gongkao.payment.close.MoneyPage.Part;
import org.gongkao.payment.close.MoneyPage.Row;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.Option;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts finance's page together. */
@Component
class MoneyPages {

    private static final int DAYS = 10;
    private static final int CLOSED = 5;

    private final BookSums sums;
    private final ClosingDays closing;
    private final OpenDays days;
    private final DifferenceRows differences;
    private final Sources sources;
    private final Organisation organisation;

    MoneyPages(
            BookSums sums,
            ClosingDays closing,
            OpenDays days,
            DifferenceRows differences,
            Sources sources,
            Organisation organisation) {
        this.sums = sums;
        this.closing = closing;
        this.days = days;
        this.differences = differences;
        this.sources = sources;
        this.organisation = organisation;
    }

    MoneyPage page(MoneyFilter filter, Actor actor, Instant now) {
        var faults = new Faults();
        var range = filter.read(Shanghai.day(now), faults);
        var all = faults.any() ? List.<Sum>of() : sums.of(range);
        var unsettled = differences.unsettled();
        var open = days.over(now);
        var byDay = differences.unsettledByDay();
        return new MoneyPage(
                brief(open, unsettled, actor),
                Shanghai.dateAndWeekday(now),
                unsettled.sum().toString(),
                unsettled.count() == 0
                        ? "账簿、对账单和财政数据之间没有未了的差异。"
                        : unsettled.count() + " 条未了，其中 " + unsettled.explained() + " 条已说明情况。各条差额不分正负相加。",
                unsettled.count() == 0 ? Sign.MET : Sign.PROOF,
                open.stream().limit(DAYS).map(day -> open(day, byDay)).toList(),
                open.size() > DAYS ? "之后还有 " + (open.size() - DAYS) + " 天，按先后结账。" : "",
                closing.latest(CLOSED).stream()
                        .map(one -> day(
                                one.day(),
                                byDay,
                                Sign.OVER,
                                "已结账",
                                "第 " + one.number() + " 号，" + one.entries() + " 笔凭证"))
                        .toList(),
                filter,
                Arrays.stream(ChannelCode.values())
                        .map(code -> Option.of(code.name(), code.label()))
                        .toList(),
                Arrays.stream(Purpose.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList(),
                regions(range.region() == null || faults.any() ? all : sums.of(range.everywhere())),
                Arrays.stream(Level.values())
                        .map(level -> Option.of(String.valueOf(level.number()), level.full()))
                        .toList(),
                period(range),
                filter.path(MoneySheetController.HERE),
                faults.any() ? List.of() : parts(all),
                faults.list());
    }

    /** The filters as the page calls them, for the head of the exported sheets. */
    SheetNote note(BookSums.Range range, Instant now) {
        var channel = range.channel();
        return SheetNote.of(
                now,
                new Line("记账日", period(range)),
                SheetNote.chosen("渠道", channel == null ? "" : channel.label()),
                SheetNote.chosen("事由", key(BookSums.Part.PURPOSE, range.purpose())),
                SheetNote.chosen("工考管理机构", key(BookSums.Part.REGION, range.region())),
                SheetNote.chosen("等级", key(BookSums.Part.LEVEL, range.level())));
    }

    private String key(BookSums.Part part, @Nullable Object key) {
        return key == null ? "" : label(part, key.toString());
    }

    private static String period(BookSums.Range range) {
        return Shanghai.date(range.first()) + "至" + Shanghai.date(range.last());
    }

    private List<Option> regions(List<Sum> all) {
        return all.stream()
                .filter(sum -> sum.part() == BookSums.Part.REGION && !sum.key().isEmpty())
                .map(sum -> Option.of(sum.key(), agency(sum.key())))
                .toList();
    }

    private Brief brief(List<LocalDate> open, DifferenceRows.Unsettled unsettled, Actor actor) {
        var last = days.lastClosed();
        boolean acts = actor.is(Role.FINANCE);
        var today = open.isEmpty() ? "没有待结的日子" : "结 " + open.size() + " 天的账";
        return new Brief(
                last.map(day -> "已结至" + Shanghai.date(day)).orElse("还没有结过账"),
                open.isEmpty() ? "" : "下一个是" + Shanghai.date(open.getFirst()),
                !acts ? "不用办理" : unsettled.count() == 0 ? today : "处理 " + unsettled.count() + " 条差异",
                !acts || unsettled.count() == 0 || open.isEmpty() ? "" : today,
                open.isEmpty() ? "—" : "次日",
                open.isEmpty() ? "" : "每日的账次日办结，待确认");
    }

    private Day open(LocalDate day, Map<LocalDate, DifferenceRows.Unsettled> byDay) {
        var lacking = sources.of(day).stream()
                .filter(source -> !source.isThere())
                .map(source -> source.absent() == null ? "缺" + source.label() : source.label() + "已说明缺少")
                .collect(Collectors.joining("，"));
        return day(day, byDay, Sign.DUE, "待结账", lacking.isEmpty() ? "来源已齐" : lacking);
    }

    private static Day day(
            LocalDate day, Map<LocalDate, DifferenceRows.Unsettled> byDay, Sign sign, String state, String note) {
        var unsettled = byDay.get(day);
        return new Day(
                Shanghai.date(day),
                DayController.path(day),
                sign,
                state,
                unsettled == null ? "无" : unsettled.count() + " 条",
                unsettled == null ? "—" : unsettled.sum().toString(),
                note);
    }

    private List<Part> parts(List<Sum> all) {
        var total = all.stream()
                .filter(sum -> sum.part() == BookSums.Part.ALL)
                .findFirst()
                .orElse(new Sum(BookSums.Part.ALL, "", Money.ZERO, Money.ZERO, Money.ZERO));
        return Arrays.stream(MoneyTable.values())
                .map(table -> part(table, all, total))
                .toList();
    }

    private Part part(MoneyTable table, List<Sum> all, Sum total) {
        var own = table.of(all);
        long longest = own.stream().mapToLong(MoneyPages::length).max().orElse(1);
        var rows = new ArrayList<Row>();
        own.forEach(sum -> rows.add(row(label(sum), path(sum), sum, Math.max(1, longest))));
        return new Part(
                table.name().toLowerCase(Locale.ROOT),
                table.title(),
                table.head(),
                rows,
                row("合计", "", total, Long.MAX_VALUE),
                table.remits());
    }

    private static long length(Sum sum) {
        return Math.max(sum.received().fen(), sum.refunded().fen());
    }

    private static Row row(String label, String path, Sum sum, long longest) {
        long kept = Math.max(0, sum.received().fen() - sum.refunded().fen());
        long refunded = Math.max(0, sum.refunded().fen());
        return new Row(
                label,
                path,
                percent(kept, longest),
                percent(kept, longest),
                percent(refunded, longest),
                sum.received().toString(),
                sum.refunded().toString(),
                sum.remitted().toString(),
                sum.kept().toString());
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    private static String path(Sum sum) {
        return sum.part() == BookSums.Part.DAY ? DayController.path(LocalDate.parse(sum.key())) : "";
    }

    /** What the key of a sum is called. */
    String label(Sum sum) {
        return sum.key().isEmpty() ? "没有对应缴费单" : label(sum.part(), sum.key());
    }

    private String label(BookSums.Part part, String key) {
        return switch (part) {
            case DAY -> Shanghai.date(LocalDate.parse(key));
            case CHANNEL -> ChannelCode.valueOf(key).label();
            case PURPOSE ->
                MoneyFilter.one(Purpose.class, key).map(Purpose::label).orElse(key);
            case REGION -> agency(key);
            case LEVEL ->
                Arrays.stream(Level.values())
                        .filter(level -> String.valueOf(level.number()).equals(key))
                        .map(Level::full)
                        .findFirst()
                        .orElse(key);
            case ALL -> "";
        };
    }

    private String agency(String code) {
        return organisation.findAgency(code).map(Agency::name).orElse(code);
    }
}
