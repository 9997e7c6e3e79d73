package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.PayWay;
import org.gongkao.payment.MispaidOrder;
import org.gongkao.payment.TransferSlip;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.QrDrawing;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 统一缴费进度页。How a payment for many stands, how it is paid, and how each of the people stands. */
record CollectivePage(
        Brief brief,
        String path,
        Sign sign,
        String state,
        String sentence,
        boolean waiting,
        String seen,
        @Nullable TransferSlip slip,
        @Nullable QrDrawing code,
        String address,
        boolean mayGoOn,
        boolean mayGiveUp,
        boolean byBank,
        String channel,
        List<Line> facts,
        List<Row> people) {

    static final String PATH = "/collective-payments";

    /** 分摊行。One person's share. */
    record Row(String name, String number, String title, String amount, Sign sign, String state) {}

    static String path(Collective one) {
        return PATH + "/" + one.number();
    }

    /** What a page that waits compares. */
    static String seen(Collective one) {
        return one.state().name() + one.paid();
    }

    static CollectivePage of(
            Collective one,
            Map<String, String> names,
            Optional<PayWay> way,
            Optional<MispaidOrder> mispaid,
            boolean waits,
            @Nullable String payPage,
            Instant now) {
        var code = way.orElse(null) instanceof PayWay.Code scanned ? scanned.content() : null;
        var channel = one.channel();
        boolean byBank = channel == ChannelCode.TRANSFER;
        return new CollectivePage(
                brief(one, now),
                path(one),
                one.state().sign(),
                one.state().label(),
                mispaid.map(found -> found.sentence() + "请不要重复付款。").orElseGet(() -> sentence(one, byBank)),
                one.state().moves(),
                seen(one),
                way.orElse(null) instanceof PayWay.Transfer to ? TransferSlip.of(to, one.amount()) : null,
                code == null ? null : QrDrawing.of(code),
                address(code, payPage),
                waits && way.isEmpty(),
                one.mayBeGivenUp(),
                byBank,
                channel == null ? "" : channel.label(),
                facts(one),
                one.shares().stream()
                        .map(share -> new Row(
                                names.getOrDefault(share.purposeKey(), "（已不在本单位）"),
                                share.chargeNumber(),
                                share.title(),
                                share.amount().toString(),
                                share.state().sign(),
                                share.state().label()))
                        .toList());
    }

    private static String address(@Nullable String code, @Nullable String payPage) {
        if (payPage != null && !payPage.isEmpty()) {
            return payPage;
        }
        return code != null && (code.startsWith("https://") || code.startsWith("http://")) ? code : "";
    }

    private static Brief brief(Collective one, Instant now) {
        boolean open = one.state() == CollectiveState.WAITING && now.isBefore(one.deadline());
        return new Brief(
                "统一缴费：" + one.state().label(),
                one.shares().size() + " 人，合计 " + one.amount(),
                open ? "付款 " + one.amount() : one.state().moves() ? "请稍等" : "不用办理",
                open ? "一次付清，各人同时到账" : "",
                Shanghai.deadline(one.deadline()),
                now.isBefore(one.deadline()) ? "" : "已截止");
    }

    private static String sentence(Collective one, boolean byBank) {
        return switch (one.state()) {
            case WAITING ->
                byBank ? "请按下面的账户和金额一次转足。银行流水到了会自动确认，一般在下一个工作日，各人同时变为“已缴费”。" : "还没有收到付款。付款后各人同时变为“已缴费”，这一页会自己更新。";
            case CONFIRMING -> byBank ? "正在等银行流水确认，一般在下一个工作日有结果。" : "正在向缴费渠道确认结果，这一页会自己更新。";
            case DISPUTED -> "到账的金额与应缴不一致，已转财务人员核实。核实期间不会按逾期处理，请不要重复付款。";
            case PAID -> "款项已经到账，名单中的人员都已缴费。";
            case PARTLY -> "款项已经到账。下面标明“这一份待财务核实”的，款项另行核实，其余人员都已缴费。";
            case ENDING -> byBank ? "已放弃，等银行流水确认没有收到这笔转账后，各人可以另行缴费，一般在下一个工作日。" : "已放弃，等渠道确认没有收到款项后，各人可以另行缴费。";
            case GIVEN_UP -> "这次统一缴费已结束，没有收款。各人可以自行缴费，也可以重新统一缴费。";
            case CLOSED -> "没有收到付款，这次统一缴费已关闭。";
        };
    }

    private static List<Line> facts(Collective one) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("统一缴费编号", one.number()));
        facts.add(new Line("人数", one.shares().size() + " 人"));
        facts.add(new Line("合计", one.amount().toString()));
        if (one.channel() != null) {
            facts.add(new Line("付款方式", one.channel().label()));
        }
        facts.add(new Line("经办人", one.clerk()));
        facts.add(new Line("提交时间", Shanghai.minute(one.madeAt())));
        if (one.ended() != null) {
            facts.add(new Line("结束原因", one.ended()));
        }
        return List.copyOf(facts);
    }
}
