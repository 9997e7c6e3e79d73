package org.gongkao.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * 微信支付交易账单。A day's payments by when they were paid and refunds by when they were taken in, as CSV whose every value has a
 * backtick before it. Offered with its hash, fetched from an address of its own. There from nine o'clock of the next day.
 */
final class WechatBill {

    static final String FILE = "/v3/billdownload/file";

    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String TOTAL_HEAD = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final LocalTime WRITTEN = LocalTime.of(9, 0);

    private final String address;
    private final WechatKeys keys;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    WechatBill(String address, WechatKeys keys, Orders orders, PlatformTime time, Misbehaviour misbehaviour) {
        this.address = address;
        this.keys = keys;
        this.orders = orders;
        this.time = time;
        this.misbehaviour = misbehaviour;
    }

    Map<String, Object> offer(Map<String, String> parameters) {
        var day = LocalDate.parse(parameters.getOrDefault("bill_date", ""));
        if (!day.isBefore(time.today())) {
            throw new WechatError(400, "INVALID_REQUEST", "账单日期应早于今天");
        }
        if (misbehaviour.is("statement", "late")
                || time.now()
                        .isBefore(day.plusDays(1)
                                .atTime(WRITTEN)
                                .atZone(PlatformTime.ZONE)
                                .toInstant())) {
            throw new WechatError(400, "STATEMENT_CREATING", "账单正在生成中，请稍后再试");
        }
        var lines = lines(day);
        if (lines.isEmpty()) {
            throw new WechatError(400, "NO_STATEMENT_EXIST", "账单文件不存在");
        }
        var plain = bytes(text(day, lines));
        var token = orders.secret();
        boolean packed = "GZIP".equals(parameters.get("tar_type"));
        files.put(token, packed ? packed(plain) : plain);
        return Json.of(
                "hash_type",
                "SHA1",
                "hash_value",
                misbehaviour.is("statement", "hash") ? "0".repeat(40) : sha1(plain),
                "download_url",
                address + FILE + "?token=" + token + (packed ? "&tartype=gzip" : ""));
    }

    Response file(Map<String, String> parameters) {
        var file = files.get(parameters.getOrDefault("token", ""));
        return file == null
                ? new WechatError(404, "RESOURCE_NOT_EXISTS", "账单文件不存在").response()
                : Response.of(200, "text/plain", file);
    }

    private byte[] bytes(String text) {
        if (misbehaviour.is("statement", "gbk")) {
            return text.getBytes(Charset.forName("GBK"));
        }
        var whole = misbehaviour.is("statement", "cut") ? text.substring(0, text.indexOf(TOTAL_HEAD) - 40) : text;
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private String text(LocalDate day, List<String> lines) {
        long paid =
                payments(day).mapToLong(one -> misbehaviour.told(one.amount())).sum();
        long back =
                refunds(day).mapToLong(one -> misbehaviour.told(one.amount())).sum();
        var total = values(
                Integer.toString(lines.size()), yuan(paid), yuan(back), "0.00", "0.00000", yuan(paid), yuan(back));
        return HEAD + "\r\n" + String.join("", lines) + TOTAL_HEAD + "\r\n" + total;
    }

    private List<String> lines(LocalDate day) {
        var lines = new ArrayList<String>();
        payments(day).forEach(order -> lines.add(line(order, null)));
        refunds(day)
                .forEach(refund -> lines.add(line(
                        orders.find(Order.Kind.WECHAT, refund.orderNumber()).orElseThrow(), refund)));
        return lines;
    }

    private Stream<Order> payments(LocalDate day) {
        return orders.paid(Order.Kind.WECHAT).stream()
                .filter(order -> PlatformTime.day(order.paidAt()).equals(day));
    }

    private Stream<Refund> refunds(LocalDate day) {
        return orders.refunds(Order.Kind.WECHAT).stream()
                .filter(refund -> PlatformTime.day(refund.takenAt()).equals(day));
    }

    /** {@code refund} is null on the line of a payment. */
    private String line(Order order, Refund refund) {
        var paid = refund == null ? yuan(misbehaviour.told(order.amount())) : "0.00";
        var back = refund == null ? "0.00" : yuan(misbehaviour.told(refund.amount()));
        return values(
                PlatformTime.plain(refund == null ? order.paidAt() : refund.takenAt()),
                keys.app,
                keys.merchant,
                "0",
                "",
                order.transaction(),
                order.number(),
                "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
                order.way(),
                refund == null ? "SUCCESS" : "REFUND",
                "OTHERS",
                "CNY",
                paid,
                "0.00",
                refund == null ? "0" : refund.id(),
                refund == null ? "0" : refund.number(),
                back,
                "0.00",
                refund == null ? "" : "ORIGINAL",
                refund == null ? "" : status(refund),
                order.title(),
                misbehaviour.told(order.attach()),
                "0.00000",
                "0.00%",
                paid,
                back,
                "");
    }

    private static String status(Refund refund) {
        return switch (refund.state()) {
            case WORKING -> "PROCESSING";
            case DONE -> "SUCCESS";
            case FAILED -> "FAIL";
            case ABNORMAL -> "CHANGE";
        };
    }

    private static String values(String... values) {
        return Stream.of(values).map(value -> "`" + value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%s%d.%02d", fen < 0 ? "-" : "", Math.abs(fen / 100), Math.abs(fen % 100));
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] packed(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
