package org.gongkao.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** 微信支付订单。Taken, told, closed, and told of when paid. */
final class WechatOrders {

    static final String NATIVE = "NATIVE";
    static final String H5 = "MWEB";

    private final String address;
    private final WechatKeys keys;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;
    private final Teller teller;

    WechatOrders(
            String address,
            WechatKeys keys,
            Orders orders,
            PlatformTime time,
            Misbehaviour misbehaviour,
            Teller teller) {
        this.address = address;
        this.keys = keys;
        this.orders = orders;
        this.time = time;
        this.misbehaviour = misbehaviour;
        this.teller = teller;
    }

    Map<String, Object> prepare(String way, Map<String, Object> fields) {
        requireMerchant(Json.text(fields, "mchid"));
        require(keys.app.equals(Json.text(fields, "appid")), "APPID_MCHID_NOT_MATCH", "AppID和mch_id不匹配");
        var asked = read(way, fields);
        var order = orders.findOrAdd(asked);
        if (order.isPaid()) {
            throw new WechatError(400, "ORDERPAID", "该订单已支付");
        }
        require(order.state() != Order.State.CLOSED, "ORDER_CLOSED", "该订单已关闭，请重新下单");
        require(order.request().equals(asked.request()), "INVALID_REQUEST", "请求重入时，参数与首次请求时不一致");
        var page = address + "/pay/" + order.token();
        return way.equals(H5) ? Json.of("h5_url", page + "?package=1") : Json.of("code_url", page);
    }

    private Order read(String way, Map<String, Object> fields) {
        var number = Json.text(fields, "out_trade_no");
        var title = Json.text(fields, "description");
        var notify = Json.text(fields, "notify_url");
        var attach = Json.text(fields, "attach");
        var until = Json.text(fields, "time_expire");
        parameter(number.matches("[0-9A-Za-z_\\-|*]{6,32}"), "商户订单号");
        parameter(!title.isEmpty() && title.length() <= 127, "商品描述");
        parameter(attach.length() <= 128, "附加数据");
        parameter(notify.matches("https?://[^?]+"), "通知地址");
        var amount = Json.part(fields, "amount");
        parameter(amount.get("total") instanceof Long total && total > 0, "总金额");
        if (way.equals(H5)) {
            var scene = Json.part(fields, "scene_info");
            parameter(!Json.text(scene, "payer_client_ip").isEmpty(), "用户终端IP");
            parameter(!Json.text(Json.part(scene, "h5_info"), "type").isEmpty(), "场景类型");
        }
        return Order.open(
                Order.Kind.WECHAT,
                number,
                orders.secret(),
                way,
                attach,
                (Long) amount.get("total"),
                title,
                expiry(until),
                "",
                notify,
                String.join("\n", way, title, attach, amount.get("total").toString(), until, notify));
    }

    private Instant expiry(String until) {
        try {
            var expires = until.isEmpty() ? time.now().plus(7, ChronoUnit.DAYS) : PlatformTime.ofRfc3339(until);
            parameter(expires.isAfter(time.now()), "支付结束时间");
            return expires;
        } catch (DateTimeException unreadable) {
            throw new WechatError(400, "PARAM_ERROR", "支付结束时间不符合规则");
        }
    }

    Map<String, Object> query(String number, Map<String, String> parameters) {
        requireMerchant(parameters.getOrDefault("mchid", ""));
        return transaction(find(number));
    }

    void close(String number, Map<String, Object> fields) {
        requireMerchant(Json.text(fields, "mchid"));
        var order = orders.change(find(number), known -> known.isPaid() ? known : known.closed());
        if (order.isPaid()) {
            throw new WechatError(400, "ORDERPAID", "该订单已支付");
        }
    }

    void tell(Order order) {
        teller.tell(new WechatLetter(
                keys,
                order.notifyUrl(),
                UUID.randomUUID().toString(),
                time.now(),
                "TRANSACTION.SUCCESS",
                "支付成功",
                "transaction",
                Json.write(transaction(order))));
    }

    private Map<String, Object> transaction(Order order) {
        boolean refunded = !orders.refundsOf(order).isEmpty();
        var state = switch (order.state()) {
            case AWAITING -> "NOTPAY";
            case CLOSED -> "CLOSED";
            case PAID -> refunded ? "REFUND" : "SUCCESS";
        };
        var words = Map.of("NOTPAY", "订单未支付", "CLOSED", "订单已关闭", "REFUND", "转入退款", "SUCCESS", "支付成功");
        var amount = Json.of("total", misbehaviour.told(order.amount()), "currency", "CNY");
        if (order.isPaid()) {
            amount.put("payer_total", misbehaviour.told(order.amount()));
            amount.put("payer_currency", "CNY");
        }
        return Json.of(
                "appid",
                keys.app,
                "mchid",
                keys.merchant,
                "out_trade_no",
                order.number(),
                "transaction_id",
                order.isPaid() ? order.transaction() : null,
                "trade_type",
                order.isPaid() ? order.way() : null,
                "trade_state",
                state,
                "trade_state_desc",
                words.get(state),
                "bank_type",
                order.isPaid() ? "OTHERS" : null,
                "attach",
                misbehaviour.told(order.attach()),
                "success_time",
                order.isPaid() ? PlatformTime.rfc3339(order.paidAt()) : null,
                "payer",
                order.isPaid() ? Json.of("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o") : Json.of(),
                "amount",
                amount);
    }

    private Order find(String number) {
        return orders.find(Order.Kind.WECHAT, number)
                .orElseThrow(() -> new WechatError(404, "ORDER_NOT_EXIST", "订单不存在"));
    }

    private void requireMerchant(String given) {
        require(keys.merchant.equals(given), "MCH_NOT_EXISTS", "商户号不存在");
    }

    private static void parameter(boolean holds, String name) {
        require(holds, "PARAM_ERROR", name + "不符合规则");
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw new WechatError(400, code, message);
        }
    }
}
