package org.gongkao.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.QrDrawing;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 缴费单页。What is to be paid, why, until when, how, and how it stands. */
record ChargePage(
        String number,
        String title,
        Brief brief,
        Sign sign,
        String state,
        String sentence,
        List<Way> ways,
        @Nullable Scan scan,
        @Nullable TransferSlip slip,
        boolean waiting,
        String every,
        String seen,
        String home,
        List<FeePart> parts,
        String total,
        List<Line> facts,
        List<BesideCharge.Block> beside,
        List<Line> history) {

    /** 缴费方式。One way to pay, as a button. */
    record Way(String code, String label, boolean main) {}

    /** 扫码。What is scanned now, with which program, and the address behind it where a browser can open that. */
    record Scan(
            String with,
            String program,
            QrDrawing drawing,
            @Nullable String address) {}

    static ChargePage of(
            Charge charge,
            List<FeePart> parts,
            List<ChargeRows.Event> events,
            Optional<Instant> paidAt,
            List<ChannelCode> open,
            Optional<ChannelCode> channel,
            Optional<PayWay> way,
            boolean byUnit,
            Money givenBack,
            Optional<MispaidOrder> mispaid,
            List<BesideCharge.Block> beside,
            Actor actor,
            Instant now) {
        boolean byBank = channel.filter(ChannelCode.TRANSFER::equals).isPresent();
        var words = ChargeWords.of(charge, now)
                .with(charge, byUnit, byBank, now)
                .given(charge, givenBack)
                .mispaid(mispaid, byUnit);
        return new ChargePage(
                charge.number(),
                charge.title(),
                words.brief(charge),
                words.sign(),
                words.state(),
                words.sentence(),
                words.payable() ? ways(charge, open, channel, way.isPresent()) : List.of(),
                way.orElse(null) instanceof PayWay.Code code && channel.isPresent()
                        ? scan(channel.get(), code.content())
                        : null,
                way.orElse(null) instanceof PayWay.Transfer to ? TransferSlip.of(to, charge.amount()) : null,
                charge.state().isAtTheChannel(),
                byUnit || byBank ? "60s" : "2s",
                charge.state().name(),
                actor.is(Role.WORKER) ? "返回我的申报" : "返回首页",
                parts,
                charge.amount().toString(),
                facts(charge, paidAt),
                beside,
                events.stream()
                        .map(event -> new Line(
                                Shanghai.minute(event.at()),
                                event.act().label() + "，" + event.after().label()))
                        .toList());
    }

    /** While a code stands to be scanned there is to choose: the other channels, and a fresh code, since one may last two hours only. */
    private static List<Way> ways(
            Charge charge, List<ChannelCode> open, Optional<ChannelCode> current, boolean scanning) {
        boolean again = charge.state() == ChargeState.PREPARED;
        var ways = new ArrayList<Way>();
        for (var one : open) {
            boolean same = again && current.filter(one::equals).isPresent();
            if (same && scanning) {
                if (one != ChannelCode.TRANSFER) {
                    ways.add(new Way(one.name(), "付款码过期了，换一个", false));
                }
            } else {
                var label = again ? (same ? "继续用" : "改用") + one.label() : one.label();
                ways.add(new Way(one.name(), label + " " + charge.amount(), same || (!again && ways.isEmpty())));
            }
        }
        return List.copyOf(ways);
    }

    private static Scan scan(ChannelCode channel, String code) {
        boolean web = code.startsWith("https://") || code.startsWith("http://");
        return new Scan(
                channel.label(),
                channel == ChannelCode.WECHAT ? "微信" : channel.label(),
                QrDrawing.of(code),
                web ? code : null);
    }

    private static List<Line> facts(Charge charge, Optional<Instant> paidAt) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("缴费单号", charge.number()));
        facts.add(new Line("缴费事由", charge.title()));
        facts.add(new Line("收费依据", charge.purpose() == Purpose.TEXTBOOK ? "考务通知七（二）教材费用" : "考务通知七（一）收费标准"));
        facts.add(new Line("缴费期限", Shanghai.deadline(charge.deadline())));
        paidAt.ifPresent(at -> facts.add(new Line("缴费时间", Shanghai.second(at))));
        return List.copyOf(facts);
    }
}
