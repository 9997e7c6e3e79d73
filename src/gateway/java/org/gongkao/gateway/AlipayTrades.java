package org.gongkao.gateway;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * 支付宝交易。What is given to us is a code first: only who scans it makes it a trade, and before that nobody knows of it, though
 * it can be closed.
 */
final class AlipayTrades {

    private static final String UNSCANNED = "CODE";
    private static final String SCANNED = "TRADE";
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,8})\\.([0-9]{2})");

    private final String address;
    private final AlipayKeys keys;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;
    private final Teller teller;

    AlipayTrades(
            String address,
            AlipayKeys keys,
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

    Map<String, Object> precreate(Map<String, Object> fields) {
        var asked = read(fields);
        var order = orders.findOrAdd(asked);
        if (order.isPaid()) {
            throw new AlipayError("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
        }
        require(order.state() != Order.State.CLOSED, "ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
        require(order.request().equals(asked.request()), "ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
        require(order.expires().isAfter(time.now()), "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "当前时间已超过允许支付的时间");
        return Json.of("out_trade_no", order.number(), "qr_code", address + AlipayDesk.CODE + order.token());
    }

    private Order read(Map<String, Object> fields) {
        var number = Json.text(fields, "out_trade_no");
        var yuan = Json.text(fields, "total_amount");
        var title = Json.text(fields, "subject");
        var notify = Json.text(fields, "notify_url");
        var payer = Json.text(fields, "passback_params");
        var until = Json.text(fields, "time_expire");
        var seller = Json.text(fields, "seller_id");
        parameter(number.matches("[0-9A-Za-z_]{1,64}"));
        parameter(!title.isEmpty() && title.length() <= 256 && !title.matches(".*[/=&].*"));
        parameter(payer.length() <= 512);
        parameter(notify.isEmpty() || notify.matches("https?://\\S+"));
        require(seller.isEmpty() || seller.equals(keys.seller), "ACQ.SELLER_NOT_EXIST", "卖家不存在");
        long fen = fen(yuan);
        require(fen <= 10_000_000_000L, "ACQ.TOTAL_FEE_EXCEED", "订单总金额不在允许范围内");
        return Order.open(
                Order.Kind.ALIPAY,
                number,
                orders.secret(),
                UNSCANNED,
                decoded(payer),
                fen,
                title,
                until.isEmpty() ? time.now().plus(2, ChronoUnit.HOURS) : ofPlain(until),
                "",
                notify,
                String.join("\n", yuan, title, payer, until, notify));
    }

    /** Leads to the page, with whatever was appended to the address. */
    Response scan(String token, String query) {
        orders.byToken(token)
                .filter(order -> order.kind() == Order.Kind.ALIPAY)
                .ifPresent(order ->
                        orders.change(order, known -> known.isPayable(time.now()) ? known.by(SCANNED) : known));
        return Response.redirect("/pay/" + token + (query.isEmpty() ? "" : "?" + query));
    }

    Map<String, Object> query(Map<String, Object> fields) {
        var order = trade(fields);
        boolean paid = order.isPaid();
        return Json.of(
                "trade_no",
                paid ? order.transaction() : null,
                "out_trade_no",
                order.number(),
                "buyer_logon_id",
                "159****5620",
                "buyer_user_id",
                "2088101117955611",
                "trade_status",
                state(order),
                "total_amount",
                yuan(misbehaviour.told(order.amount())),
                "receipt_amount",
                yuan(paid ? misbehaviour.told(order.amount()) : 0),
                "send_pay_date",
                paid ? PlatformTime.plain(order.paidAt()) : null);
    }

    /** Whoever has not been scanned is not known, and is closed all the same. */
    Map<String, Object> close(Map<String, Object> fields) {
        var before = order(fields);
        var after = orders.change(before, known -> known.state() == Order.State.AWAITING ? known.closed() : known);
        requireScanned(before);
        require(
                before.state() == Order.State.AWAITING && !after.isPaid(),
                "ACQ.REASON_TRADE_STATUS_INVALID",
                "交易状态不合法");
        tell(after, Map.of());
        return Json.of("out_trade_no", after.number());
    }

    /** Closes what is not paid, and gives back what is. */
    Map<String, Object> cancel(Map<String, Object> fields, AlipayRefunds refunds) {
        var order =
                orders.change(order(fields), known -> known.state() == Order.State.AWAITING ? known.closed() : known);
        if (order.isPaid()) {
            refunds.all(order);
        }
        return Json.of(
                "out_trade_no",
                order.number(),
                "trade_no",
                order.isPaid() ? order.transaction() : null,
                "retry_flag",
                "N",
                "action",
                order.way().equals(SCANNED) ? (order.isPaid() ? "refund" : "close") : null);
    }

    Order trade(Map<String, Object> fields) {
        var order = order(fields);
        requireScanned(order);
        return order;
    }

    private Order order(Map<String, Object> fields) {
        return orders.find(Order.Kind.ALIPAY, Json.text(fields, "out_trade_no")).orElseThrow(AlipayTrades::notThere);
    }

    private static void requireScanned(Order order) {
        if (!order.way().equals(SCANNED)) {
            throw notThere();
        }
    }

    private static AlipayError notThere() {
        return new AlipayError("ACQ.TRADE_NOT_EXIST", "交易不存在");
    }

    private String state(Order order) {
        return switch (order.state()) {
            case AWAITING -> order.isPayable(time.now()) ? "WAIT_BUYER_PAY" : "TRADE_CLOSED";
            case CLOSED -> "TRADE_CLOSED";
            case PAID -> returned(order) == order.amount() ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        };
    }

    long returned(Order order) {
        return orders.refundsOf(order).stream()
                .filter(refund -> refund.state() == Refund.State.DONE)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** {@code more} is what only this message says. */
    void tell(Order order, Map<String, String> more) {
        if (order.notifyUrl().isEmpty()) {
            return;
        }
        var amount = yuan(misbehaviour.told(order.amount()));
        var fields = new LinkedHashMap<String, String>();
        fields.put("notify_type", "trade_status_sync");
        fields.put(
                "notify_id",
                time.today().toString().replace("-", "")
                        + UUID.randomUUID().toString().replace("-", ""));
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("app_id", keys.app);
        fields.put("auth_app_id", keys.app);
        fields.put("seller_id", keys.seller);
        fields.put("buyer_id", "2088101117955611");
        fields.put("buyer_logon_id", "159****5620");
        fields.put("out_trade_no", order.number());
        fields.put("subject", order.title());
        fields.put("trade_status", state(order));
        fields.put("total_amount", amount);
        fields.put("passback_params", URLEncoder.encode(misbehaviour.told(order.attach()), StandardCharsets.UTF_8));
        if (order.isPaid()) {
            var at = PlatformTime.plain(order.paidAt());
            fields.put("trade_no", order.transaction());
            fields.put("receipt_amount", amount);
            fields.put("buyer_pay_amount", amount);
            fields.put("fund_bill_list", "[{\"amount\":\"" + amount + "\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
            fields.put("gmt_create", at);
            fields.put("gmt_payment", at);
        }
        fields.putAll(more);
        teller.tell(new AlipayLetter(keys, order.notifyUrl(), fields));
    }

    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%s%d.%02d", fen < 0 ? "-" : "", Math.abs(fen / 100), Math.abs(fen % 100));
    }

    static long fen(String yuan) {
        var matcher = YUAN.matcher(yuan);
        parameter(matcher.matches());
        long fen = Long.parseLong(matcher.group(1)) * 100 + Long.parseLong(matcher.group(2));
        parameter(fen > 0);
        return fen;
    }

    private static Instant ofPlain(String text) {
        try {
            return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT))
                    .atZone(PlatformTime.ZONE)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new AlipayError("ACQ.INVALID_PARAMETER", "参数无效");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static void parameter(boolean holds) {
        require(holds, "ACQ.INVALID_PARAMETER", "参数无效");
    }

    static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw new AlipayError(code, message);
        }
    }
}
