package org.gongkao.textbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.ChargeView;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/**
 * 教材款栏。What the unit's page says of the money: how it stands, by when, where to pay, and what is only a default.
 * {@code path} is the charge's page while it can be paid, {@code open} whether a sheet can be confirmed now.
 */
record MoneyBlock(
        boolean open,
        boolean over,
        boolean lapsed,
        boolean paid,
        String until,
        Sign sign,
        String state,
        String sentence,
        String path,
        List<Line> lines,
        List<String> unconfirmed) {

    static MoneyBlock of(
            OrderSheet live, BookPrices prices, @Nullable Remittance standing, boolean untilIsDefault, Instant now) {
        var period = prices.remitting();
        boolean over = period != null && period.isOver(now);
        boolean open = period == null || period.covers(now);
        var lines = new ArrayList<Line>();
        if (standing != null && !standing.withoutPrices()) {
            lines.add(new Line("征订单金额", standing.amount().toString()));
            lines.add(new Line("已缴", standing.paid().toString()));
            var charge = standing.charge();
            if (charge != null && !standing.isSettled() && !standing.isRefunded()) {
                lines.add(new Line("应缴", charge.amount().toString()));
            }
            if (standing.over().compareTo(Money.ZERO) > 0) {
                lines.add(new Line("多缴", standing.over().toString()));
            }
        }
        return new MoneyBlock(
                open,
                over,
                standing != null && standing.hasLapsed(),
                standing != null && standing.isSettled(),
                prices.until(),
                sign(standing),
                state(standing),
                sentence(live, prices, standing),
                standing == null ? "" : path(standing.charge()),
                List.copyOf(lines),
                unconfirmed(prices, standing, untilIsDefault));
    }

    private static Sign sign(@Nullable Remittance standing) {
        if (standing == null || standing.withoutPrices()) {
            return Sign.REST;
        }
        var charge = standing.charge();
        if (standing.isSettled()) {
            return Sign.MET;
        }
        return charge == null || standing.isRefunded()
                ? Sign.UNMET
                : charge.state().sign();
    }

    private static String state(@Nullable Remittance standing) {
        if (standing == null) {
            return "确认征订单后缴款";
        }
        if (standing.withoutPrices()) {
            return "价格没有公布，暂不缴款";
        }
        if (standing.isSettled()) {
            return standing.over().compareTo(Money.ZERO) > 0
                    ? "已缴清，多缴 " + standing.over()
                    : standing.paid().equals(Money.ZERO) ? "不用缴款" : "已缴清";
        }
        var charge = standing.charge();
        return charge == null || standing.isRefunded()
                ? "已退费，没有缴清"
                : charge.state().label();
    }

    private static String sentence(OrderSheet live, BookPrices prices, @Nullable Remittance standing) {
        if (!prices.hasPrices()) {
            return "本年度教材价格没有公布：先征订，不收款。价格公布以后，请重新确认征订单并缴款。";
        }
        if (standing != null && standing.over().compareTo(Money.ZERO) > 0) {
            return "新一版征订单的金额比已缴的少，多缴的部分由财务人员按退费规定办理。";
        }
        if (standing != null && standing.isRefunded()) {
            return "教材款已退费，余下的不够付这一版征订单，不再发放教材。征订没有截止的，可以重新确认征订单并缴款。";
        }
        if (standing != null && standing.hasLapsed()) {
            return "这一版没有在期限内缴款，已失效，不发放教材。征订期限延长的，可以重新确认征订单。";
        }
        if (live.unpriced() > 0) {
            return "有 " + live.unpriced() + " 册的价格没有公布，没有计入金额；价格公布以后，请重新确认征订单，补缴差额。";
        }
        return "书款由单位向征订人员收取，汇总成一笔上缴；缴清以后才发放教材。";
    }

    private static String path(@Nullable ChargeView charge) {
        return charge == null || charge.state() == ChargeState.LAPSED || charge.state() == ChargeState.CANCELLED
                ? ""
                : charge.path();
    }

    private static List<String> unconfirmed(BookPrices prices, @Nullable Remittance standing, boolean untilIsDefault) {
        var said = new ArrayList<String>();
        if (prices.hasPrices() && prices.sample()) {
            said.add("书名、编号和价格没有见到文件，现为样例。");
        }
        if (untilIsDefault) {
            said.add("征订和缴款的截止时间，通知没有载明，现为缺省。");
        }
        if (standing != null && standing.over().compareTo(Money.ZERO) > 0) {
            said.add("多缴的教材款怎样退，文件没有载明。");
        } else if (prices.hasPrices()) {
            said.add("缴款以后又有变动的：少缴的补缴差额，多缴的按退费办理；文件没有载明。");
        }
        return List.copyOf(said);
    }

    /** By when, in the three questions. */
    Brief byWhen(Brief brief) {
        return until.isEmpty()
                ? brief
                : new Brief(
                        brief.where(),
                        brief.whereNote(),
                        brief.asked(),
                        brief.askedNote(),
                        over ? "已截止" : until,
                        over ? until : "征订和缴款截止");
    }
}
