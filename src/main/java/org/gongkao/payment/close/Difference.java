package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** A difference of a day, and what became of it. Without an owner it is everybody's of finance. */
record Difference(
        long id,
        LocalDate day,
        DifferenceKind kind,
        ChannelCode channel,
        String mark,
        @Nullable String number,
        Money ours,
        Money theirs,
        DifferenceState state,
        boolean byItself,
        @Nullable Long owner,
        String note,
        Instant foundAt,
        @Nullable Instant actedAt,
        @Nullable Long actedBy,
        int version) {

    /** What differs in money: theirs over ours. */
    Money amount() {
        return kind == DifferenceKind.DAY ? Money.ZERO : theirs.minus(ours);
    }

    boolean isOut() {
        return mark.startsWith("OUT:");
    }

    /** By what both sides know the movement; empty for the treasury. */
    String reference() {
        return kind.isFiscal() ? "" : mark.substring(mark.indexOf(':') + 1).replaceFirst("@[0-9-]{10}$", "");
    }

    /** Whose it may be: our number of the order or the refund, as the channel gives it back, or the one that both sides know. */
    WhoPaid.Asked money() {
        return WhoPaid.Asked.ofNumber(number == null ? reference() : number);
    }

    Optional<DifferenceState> after(DifferenceAct act) {
        return DifferenceMoves.after(state, act);
    }

    /** What to do about it, in a sentence. */
    String suggestion() {
        return switch (kind) {
            case MISSING_HERE ->
                isOut()
                        ? channel == ChannelCode.TRANSFER
                                ? "银行流水有支出而账上没有这笔退款：手续费等不是退款的，写明用途后了结；是退款的，请核对退费单号和金额。"
                                : "渠道已退款而账上没有，请核对退款单，退款结果补到后自动了结。"
                        : number == null ? "渠道收款没有对应的订单，请向渠道核实付款人，查明后处理。" : "系统已向渠道询问该订单，到账补记后自动了结；仍未补记的，请凭订单号向渠道核实。";
            case MISSING_THERE ->
                isOut() ? "账上已退款而对账单没有，请向渠道核实退款是否完成；列入次日对账单的，到后自动了结。" : "账上已到账而对账单没有，请向渠道核实；列入次日对账单的，到后自动了结。";
            case AMOUNT -> "请调取渠道的交易明细核对金额，查明哪一方有误后写明依据。";
            case FISCAL_MISSING, FISCAL_AMOUNT -> ours.fen() < 0 ? overRefunded() : fiscal();
            case DAY -> "双方金额一致，只是记账日不同，无需处理。";
        };
    }

    /** Which of the two ways is taken, no rule of the year says; neither brings a line of the treasury's for this day. */
    private String overRefunded() {
        var over = Money.ZERO.minus(ours);
        return "当日该渠道批准的退费比收费多 " + over + "，退的是以前收进、已经上缴财政的钱，所以应缴为负。"
                + (theirs.fen() == 0 ? "财政不会有这样的缴款书，不用查询，也不用再导入。" : "财政却记有缴款 " + theirs + "，请先核对缴款书的日期和渠道。")
                + "这 " + over + " 或者从以后的上缴款中抵减，或者向财政申请退付；办完后写明抵减在哪一天、或者退付的凭据，说明并了结。";
    }

    private String fiscal() {
        return kind == DifferenceKind.FISCAL_MISSING
                ? "请向财政非税系统查询当日该渠道的缴款书。当日数据已导入过的，先把缴款书全部冲正，再导入补齐的整份数据；没有导入过的，导入后自动了结。"
                : "请核对缴款书：录入有误的，把当日缴款书全部冲正，再导入改正后的整份数据；抵减了以前退费的，写明抵减的是哪一天的多少，说明并了结。";
    }
}
