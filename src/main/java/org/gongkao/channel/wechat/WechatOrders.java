package org.gongkao.channel.wechat;

import com.wechat.pay.java.service.payments.h5.model.H5Info;
import com.wechat.pay.java.service.payments.h5.model.SceneInfo;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.Shanghai;

/** 微信支付下单。A code for who sits before a screen (Native), WeChat's own page for who holds the phone in the hand (H5). */
final class WechatOrders {

    private static final int LONGEST_TITLE = 127;

    private final WechatAccess access;
    private final WechatConnection wechat;

    WechatOrders(WechatAccess access, WechatConnection wechat) {
        this.access = access;
        this.wechat = wechat;
    }

    PayWay prepare(ChannelOrder order) {
        return switch (order.device()) {
            case DESKTOP -> code(order);
            case PHONE -> page(order);
        };
    }

    private PayWay code(ChannelOrder order) {
        var request = new PrepayRequest();
        request.setAppid(access.app());
        request.setMchid(access.merchant());
        request.setOutTradeNo(order.number());
        request.setDescription(atMost(LONGEST_TITLE, order.title()));
        request.setAttach(order.payer());
        request.setNotifyUrl(order.notifyUrl().toString());
        request.setTimeExpire(time(order.expires()));
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(order.amount().fen()));
        amount.setCurrency("CNY");
        request.setAmount(amount);
        var code = wechat.screens.prepay(request).getCodeUrl();
        if (code == null || code.isBlank()) {
            throw new WechatWords.Unclear("code_url");
        }
        return new PayWay.Code(code);
    }

    private PayWay page(ChannelOrder order) {
        var request = new com.wechat.pay.java.service.payments.h5.model.PrepayRequest();
        request.setAppid(access.app());
        request.setMchid(access.merchant());
        request.setOutTradeNo(order.number());
        request.setDescription(atMost(LONGEST_TITLE, order.title()));
        request.setAttach(order.payer());
        request.setNotifyUrl(order.notifyUrl().toString());
        request.setTimeExpire(time(order.expires()));
        var amount = new com.wechat.pay.java.service.payments.h5.model.Amount();
        amount.setTotal(Math.toIntExact(order.amount().fen()));
        amount.setCurrency("CNY");
        request.setAmount(amount);
        var scene = new SceneInfo();
        scene.setPayerClientIp(order.payerAddress());
        var kind = new H5Info();
        kind.setType("Wap");
        scene.setH5Info(kind);
        request.setSceneInfo(scene);
        var page = wechat.phones.prepay(request).getH5Url();
        if (page == null || !page.matches("https?://[^\\s]+")) {
            throw new WechatWords.Unclear("h5_url");
        }
        var back = URLEncoder.encode(order.returnUrl().toString(), StandardCharsets.UTF_8);
        return new PayWay.Page(URI.create(page + (page.contains("?") ? "&" : "?") + "redirect_url=" + back));
    }

    /** The end is exclusive here and there; a part of a second is not said, and never in the payer's disfavour by more. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(Shanghai.ZONE)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static String atMost(int length, String text) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
