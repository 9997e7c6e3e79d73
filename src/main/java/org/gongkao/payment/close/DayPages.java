package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.ledger.ClosedDay;
import org.gongkao.ledger.ClosingDays;
import org.gongkao.payment.close.DayPage.SlipRow;
import org.gongkao.payment.close.DayPage.SourceRow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.Option;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Puts a day's page together. */
@Component
class DayPages {

    private static final int SCREEN = 300;

    private final ClosingDays closing;
    private final OpenDays days;
    private final Sources sources;
    private final StatementsDue due;
    private final DifferenceRows differences;
    private final FiscalRows fiscal;
    private final HandlingDifferences handling;
    private final DifferenceWords words;

    DayPages(
            ClosingDays closing,
            OpenDays days,
            Sources sources,
            StatementsDue due,
            DifferenceRows differences,
            FiscalRows fiscal,
            HandlingDifferences handling,
            DifferenceWords words) {
        this.closing = closing;
        this.days = days;
        this.sources = sources;
        this.due = due;
        this.differences = differences;
        this.fiscal = fiscal;
        this.handling = handling;
        this.words = words;
    }

    /** {@code typed} is what stood in the one field that was refused, under the field's name. */
    DayPage page(LocalDate day, List<Fault> faults, Map<String, String> typed, Actor actor, Instant now) {
        var closed = closing.find(day);
        var first = days.first();
        if (closed.isEmpty() && (first.isEmpty() || day.isBefore(first.get()) || day.isAfter(Shanghai.day(now)))) {
            throw new Refusal(CloseRefusal.NO_SUCH_DAY);
        }
        var found = differences.of(day, SCREEN);
        var needed = sources.of(day);
        boolean over = day.isBefore(Shanghai.day(now));
        boolean acts = actor.is(Role.FINANCE);
        var why = closed.isPresent() ? "" : why(day, needed, actor, first.orElseThrow(), over);
        var unsettled = found.stream()
                .filter(one -> one.state() != DifferenceState.SETTLED && one.kind() != DifferenceKind.DAY)
                .toList();
        var sum = unsettled.stream()
                .map(one -> new Money(Math.abs(one.amount().fen())))
                .reduce(Money.ZERO, Money::plus);
        return new DayPage(
                DayController.path(day),
                Shanghai.date(day),
                brief(closed, why, over, unsettled.size(), acts),
                needed.stream()
                        .map(one -> source(one, day, found, closed.isPresent(), over && acts, typed))
                        .toList(),
                words.of(found, acts, typed, actor),
                compared(needed, found, closed.isPresent())
                        + (unsettled.isEmpty() ? "没有未了的差异。" : unsettled.size() + " 条未了，差额不分正负合计 " + sum + "。"),
                fiscal.lines(day).stream().map(one -> slip(one, acts, typed)).toList(),
                closed.map(this::frozen).orElse(List.of()),
                acts,
                acts && closed.isEmpty() && why.isEmpty(),
                why,
                LedgerController.HERE + "?day=" + day,
                DifferencesController.EXPORT + "?day=" + day,
                Stream.concat(
                                Stream.of(Option.of("0", "财务人员（不指定）")),
                                handling.officers().entrySet().stream()
                                        .map(one -> Option.of(one.getKey().toString(), one.getValue())))
                        .toList(),
                faults);
    }

    /** Before all was held against each other, that nothing differs is no news. */
    private static String compared(List<Sources.Source> needed, List<Difference> found, boolean closed) {
        var waiting = needed.stream()
                .filter(one -> Held.of(one, found, closed) == Held.NOT_YET)
                .map(Sources.Source::label)
                .collect(Collectors.joining("、"));
        boolean withoutFiscal =
                !closed && needed.stream().anyMatch(one -> one.isFiscal() && !one.isThere() && one.absent() != null);
        return (waiting.isEmpty() ? "" : waiting + "还没有逐笔核对。流水或对账单入账后随即核对，此外每十分钟核对一次，结账时也会核对。")
                + (withoutFiscal ? "财政缴款数据缺少，结账时应缴财政的按渠道记为差异。" : "");
    }

    private static String why(LocalDate day, List<Sources.Source> needed, Actor actor, LocalDate next, boolean over) {
        if (!over) {
            return "这一天还没有结束，次日可以结账。";
        }
        if (!next.equals(day)) {
            return "按先后结账，先结" + Shanghai.date(next) + "。";
        }
        var lacking = needed.stream()
                .filter(one -> !one.isThere() && one.absent() == null)
                .map(Sources.Source::label)
                .collect(Collectors.joining("、"));
        if (!lacking.isEmpty()) {
            return "还缺少" + lacking + "。";
        }
        boolean own = needed.stream()
                .map(Sources.Source::absent)
                .anyMatch(absent -> absent != null && absent.by() == actor.account());
        return own ? "缺少来源的原因是您说明的，由另一位财务人员结账。" : "";
    }

    private static Brief brief(Optional<ClosedDay> closed, String why, boolean over, int unsettled, boolean acts) {
        return new Brief(
                closed.isPresent() ? "已结账" : over ? "待结账" : "当日进行中",
                closed.map(one -> "第 " + one.number() + " 号").orElse(""),
                !acts
                        ? "不用办理"
                        : unsettled > 0
                                ? "处理 " + unsettled + " 条差异"
                                : closed.isPresent() ? "没有要办的" : why.isEmpty() ? "结账" : "等来源到齐",
                why,
                closed.isPresent() ? "—" : "次日",
                closed.isPresent() ? "" : "待确认");
    }

    private SourceRow source(
            Sources.Source one,
            LocalDate day,
            List<Difference> found,
            boolean closed,
            boolean acts,
            Map<String, String> typed) {
        var notes = new ArrayList<String>();
        var standing = due.list(day).stream()
                .filter(row -> row.channel().name().equals(one.code()) && !one.isThere())
                .findFirst();
        standing.ifPresent(row -> {
            notes.addAll(row.problems());
            if (!row.why().isEmpty()) {
                notes.add(row.why());
            }
        });
        var absent = one.absent();
        var held = Held.of(one, found, closed);
        if (absent != null && !one.isThere()) {
            notes.add("已说明缺少：" + absent.reason());
        }
        if (one.isFiscal() && one.ourIn().fen() < 0) {
            notes.add("当日批准的退费比收费多 " + Money.ZERO.minus(one.ourIn()) + "，退的是以前已经上缴的钱，所以应缴为负。"
                    + (one.isThere() ? "" : "财政当日没有缴款书的，请照此说明缺少的原因。"));
        }
        boolean broken = standing.filter(row -> row.state() == StatementsDue.State.BROKEN)
                .isPresent();
        return new SourceRow(
                one.code(),
                one.label(),
                one.isThere() ? Sign.MET : broken ? Sign.UNMET : absent != null ? Sign.NONE : Sign.REST,
                one.isThere()
                        ? "已到，" + one.lines() + " 行"
                        : broken ? StatementsDue.State.BROKEN.label() : absent != null ? "缺少，已说明" : "未到",
                notes,
                one.ourIn().toString(),
                one.theirIn().toString(),
                one.isFiscal() ? "—" : one.ourOut().toString(),
                one.isFiscal() ? "—" : one.theirOut().toString(),
                held.sign(),
                held.label(),
                acts && !closed && !one.isThere() && absent == null,
                acts && standing.isPresent(),
                typed.getOrDefault("absent-" + one.code(), ""));
    }

    private static SlipRow slip(FiscalRows.Line one, boolean acts, Map<String, String> typed) {
        boolean reversed = one.reversedAt() != null;
        return new SlipRow(
                one.id(),
                one.channel().label(),
                one.slip(),
                one.amount().toString(),
                reversed ? Sign.NONE : Sign.MET,
                reversed ? "已冲正：" + one.reason() : "已入账",
                acts && !reversed,
                typed.getOrDefault("reason-" + one.id(), ""));
    }

    private List<Line> frozen(ClosedDay one) {
        return List.of(
                new Line("结账编号", "第 " + one.number() + " 号"),
                new Line("结账人", words.name(one.account())),
                new Line("结账时间", Shanghai.second(one.closedAt())),
                new Line("凭证", one.entries() + " 笔"),
                new Line("校验码", one.hash()));
    }
}
