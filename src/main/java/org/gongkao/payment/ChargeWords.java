package org.gongkao.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 缴费说明。How a charge stands, in the payer's words: what it means, what is asked now, and whether there is a button. */
record ChargeWords(
        Sign sign, String state, String asked, String askedNote, String sentence, boolean payable, String time) {

    private static final String ALL_BACK = " 已全额原路退回。";

    static ChargeWords of(Charge charge, Instant now) {
        var state = charge.state();
        boolean over = charge.isOver(now);
        if (over && state == ChargeState.OPEN) {
            return words(state, "不用办理", "缴费已经截止", "缴费已经截止，这笔费用不能再缴。", false).over();
        }
        var left = over ? "已截止" : left(charge, now);
        return switch (state) {
            case OPEN ->
                words(state, "缴纳 " + charge.amount(), "在本网站直接缴费", "请选择一种缴费方式付款，付完会回到这一页。", true)
                        .within(left);
            case PREPARED ->
                words(
                                state,
                                over ? "等待确认" : "缴纳 " + charge.amount(),
                                "还没有收到您的付款",
                                over
                                        ? "缴费已经截止，不能再付款。如果在截止前已经付款，请稍等，确认后这一页会自己更新。"
                                        : "如果已经付款，请稍等，这一页会自己更新；如果还没有付款，可以继续缴费。",
                                !over)
                        .within(left);
            case UNKNOWN ->
                words(state, "请稍等", "不用重复缴费", "正在向缴费渠道确认结果，通常几秒钟就有答复，这一页会自己更新。您可以离开，结果不会丢失。", false)
                        .within(left);
            case DISPUTED ->
                words(state, "请等财务人员核实", "不要重复缴费", "缴费渠道报告的金额或付款人与缴费单不一致，已转财务人员核实。核实期间不会按逾期处理。", false)
                        .within("核实期间不会按逾期处理");
            case SETTLED ->
                words(state, "不用办理", "缴费已完成", settled(charge.purpose()), false).within("已按时缴费");
            case LAPSED ->
                words(state, "不用办理", "缴费已经截止", "在缴费期限内没有收到这笔费用。如果您在期限内已经付款，请联系工考管理机构核对。", false)
                        .over();
            case CANCELLED ->
                charge.purpose() == Purpose.TEXTBOOK
                        ? words(state, "不用办理", "征订单已有变动", "征订单已经变动，这张缴费单不用再缴，现在应缴多少请看教材征订单。", false)
                                .within("")
                        : words(state, "不用办理", "申报已撤销", "申报已经撤销，这笔费用不用再缴。", false)
                                .within("");
        };
    }

    private static String settled(Purpose purpose) {
        return switch (purpose) {
            case GRADING -> "费用已经缴清，报名信息将进入单位花名册，由单位核实盖章。";
            case PANEL -> "评审费已经缴清。";
            case TEXTBOOK -> "教材款已经缴清，工考管理机构按征订单发放教材。";
        };
    }

    /** The same, where the unit pays by an order of its own, or where a bank is asked, which speaks once a day. */
    ChargeWords with(Charge charge, boolean byUnit, boolean byBank, Instant now) {
        if (!charge.state().isAtTheChannel()) {
            return this;
        }
        if (byUnit) {
            return new ChargeWords(
                    Sign.NOW,
                    "单位正在统一缴费",
                    "不用缴费",
                    "由单位付款",
                    "单位正在为您统一缴费，您不用另外付款。到账后这里会显示“已缴费”；单位放弃统一缴费的，您可以自行缴纳。",
                    false,
                    charge.isOver(now) ? time : "由单位在这之前付清");
        }
        if (byBank && (charge.state() == ChargeState.UNKNOWN || charge.isOver(now))) {
            return words(
                            charge.state(),
                            "请等银行流水",
                            "不用重复缴费",
                            "正在等银行流水确认有没有收到您的转账，一般在下一个工作日有结果。转账时间在截止前的都算按时缴费，其间不会按逾期处理。",
                            false)
                    .within(time);
        }
        if (byBank) {
            return words(
                            charge.state(),
                            "转账 " + charge.amount(),
                            "附言里写缴款码",
                            "请按下面的账户和金额一次转足。已经转账的不用再办，银行流水到了会自动确认，一般在下一个工作日。",
                            true)
                    .within(time);
        }
        return this;
    }

    /** The same, where of a paid fee something has gone back: all of it, and nobody is paid by it any more. */
    ChargeWords given(Charge charge, Money back) {
        if (back.fen() == 0) {
            return this;
        }
        if (back.compareTo(charge.amount()) < 0) {
            return saying("费用已经缴清，其中 " + back + " 已原路退回，退费情形见“退费”。");
        }
        return new ChargeWords(Sign.NONE, "已退费", "不用办理", "费用已全部退回", gone(charge, back), false, "已退费");
    }

    static String replaced(Money back) {
        return back + ALL_BACK + "申报再次审核通过，费用按新的缴费单缴纳。";
    }

    private static String gone(Charge charge, Money back) {
        if (charge.replaced()) {
            return replaced(back);
        }
        var all = back + ALL_BACK;
        return switch (charge.purpose()) {
            case GRADING -> all + "这项报名不再算已缴费，不列入单位花名册，不能参加今年考核。";
            case PANEL -> all + "不再算已缴评审费。";
            case TEXTBOOK -> all + "这张征订单不再算已缴款，不按它发放教材。";
        };
    }

    /** The same, where what came does not fit: how much was asked for and how much is there. */
    ChargeWords mispaid(Optional<MispaidOrder> order, boolean byUnit) {
        return order.map(found ->
                        saying(byUnit ? "单位统一缴费" + found.sentence() + "您不用另外付款。" : found.sentence() + "请不要重复付款。"))
                .orElse(this);
    }

    private ChargeWords saying(String newSentence) {
        return new ChargeWords(sign, state, asked, askedNote, newSentence, payable, time);
    }

    Brief brief(Charge charge) {
        return new Brief("网上缴费：" + state, charge.title(), asked, askedNote, Shanghai.deadline(charge.deadline()), time);
    }

    private static ChargeWords words(ChargeState state, String asked, String note, String sentence, boolean payable) {
        return new ChargeWords(state.sign(), state.label(), asked, note, sentence, payable, "");
    }

    private ChargeWords within(String newTime) {
        return new ChargeWords(sign, state, asked, askedNote, sentence, payable, newTime);
    }

    private ChargeWords over() {
        return within("已截止");
    }

    private static String left(Charge charge, Instant now) {
        var left = Duration.between(now, charge.deadline());
        if (left.toDays() > 0) {
            return "还有 " + left.toDays() + " 天";
        }
        return left.toHours() > 0 ? "还有 " + left.toHours() + " 小时" : "还有 " + Math.max(1, left.toMinutes()) + " 分钟";
    }
}
