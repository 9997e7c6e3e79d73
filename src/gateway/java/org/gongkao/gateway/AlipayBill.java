package org.gongkao.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * 支付宝业务账单。A day's payments and refunds by when they were through, as a zip of two tables in GBK: the details and their sums.
 * There from nine o'clock of the next day; a day without any movement is a table without lines.
 */
final class AlipayBill {

    static final String FILE = "/alipay/bill/downloadBillFile.resource";

    private static final Charset GBK = Charset.forName("GBK");
    private static final LocalTime WRITTEN = LocalTime.of(9, 0);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "'['yyyy年MM月dd日 HH:mm:ss']'", Locale.ROOT)
            .withZone(PlatformTime.ZONE);
    private static final String HEAD = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,"
            + "商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
            + "退款批次号/请求号,服务费（元）,分润（元）,备注";

    private final String address;
    private final AlipayKeys keys;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    AlipayBill(String address, AlipayKeys keys, Orders orders, PlatformTime time, Misbehaviour misbehaviour) {
        this.address = address;
        this.keys = keys;
        this.orders = orders;
        this.time = time;
        this.misbehaviour = misbehaviour;
    }

    Map<String, Object> offer(Map<String, String> parameters) {
        var date = parameters.getOrDefault("bill_date", "");
        if (!parameters.getOrDefault("bill_type", "").equals("trade") || !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new AlipayError("INVAILID_ARGUMENTS", "入参不合法");
        }
        var day = LocalDate.parse(date);
        if (misbehaviour.is("statement", "late") || time.now().isBefore(at(day.plusDays(1), WRITTEN))) {
            throw new AlipayError("BILL_NOT_EXIST", "账单不存在");
        }
        var token = orders.secret();
        files.put(token, zip(day));
        return Json.of("bill_download_url", address + FILE + "?bizType=trade&fileType=csv.zip&fileId=" + token);
    }

    Response file(Map<String, String> parameters) {
        var file = files.get(parameters.getOrDefault("fileId", ""));
        return file == null ? Response.empty(404) : Response.of(200, "application/octet-stream", file);
    }

    private byte[] zip(LocalDate day) {
        var name = keys.seller + "_" + day.toString().replace("-", "");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, GBK)) {
            zip.putNextEntry(new ZipEntry(name + "_业务明细.csv"));
            zip.write(bytes(details(day)));
            zip.putNextEntry(new ZipEntry(name + "_业务明细(汇总).csv"));
            zip.write(sums(day).getBytes(GBK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] bytes(String details) {
        if (misbehaviour.is("statement", "gbk")) {
            return details.getBytes(StandardCharsets.UTF_8);
        }
        var text = misbehaviour.is("statement", "cut") ? details.substring(0, details.indexOf("列表结束") - 60) : details;
        return (misbehaviour.is("statement", "line") ? text.replaceFirst("\t,交易,", "\t,转账,") : text).getBytes(GBK);
    }

    private String details(LocalDate day) {
        var paid = payments(day);
        var back = refunds(day);
        var text = new StringBuilder(head("业务明细", day)).append(HEAD).append("\r\n");
        paid.forEach(order -> text.append(line(order, null)));
        back.forEach(refund -> text.append(line(of(refund), refund)));
        long in = paid.stream()
                .mapToLong(order -> misbehaviour.told(order.amount()))
                .sum();
        long out = back.stream()
                .mapToLong(refund -> misbehaviour.told(refund.amount()))
                .sum();
        return text.append("#-----------------------------------------业务明细列表结束------------------------------------\r\n")
                .append("#交易合计：" + paid.size() + "笔，商家实收共" + AlipayTrades.yuan(in) + "元，商家优惠共0.00元\r\n")
                .append("#退款合计：" + back.size() + "笔，商家实收退款共" + AlipayTrades.yuan(-out) + "元，商家优惠退款共0.00元\r\n")
                .append("#导出时间：" + STAMP.format(time.now()) + "\r\n")
                .toString();
    }

    private String sums(LocalDate day) {
        return head("业务汇总", day)
                + "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）\r\n"
                + "合计,,"
                + payments(day).size()
                + ","
                + refunds(day).size()
                + ",,\r\n"
                + "#----------------------------------------业务汇总列表结束-------------------------------------\r\n";
    }

    private String head(String what, LocalDate day) {
        return "#支付宝" + what + "查询\r\n#账号：[" + keys.seller + "]\r\n#起始日期："
                + STAMP.format(at(day, LocalTime.MIN)) + "   终止日期：" + STAMP.format(at(day.plusDays(1), LocalTime.MIN))
                + "\r\n#-----------------------------------------" + what
                + "列表----------------------------------------\r\n";
    }

    /** A refund stands under its trade's number, with its own one behind. */
    private String line(Order order, Refund refund) {
        var sum = AlipayTrades.yuan(
                refund == null ? misbehaviour.told(order.amount()) : -misbehaviour.told(refund.amount()));
        return String.join(
                        ",",
                        order.transaction() + "\t",
                        order.number() + "\t",
                        refund == null ? "交易" : "退款",
                        order.title().replace(',', ' '),
                        PlatformTime.plain(order.paidAt()),
                        PlatformTime.plain(refund == null ? order.paidAt() : refund.endedAt()),
                        "",
                        "",
                        "",
                        "",
                        "*工(159****5620)",
                        sum,
                        sum,
                        "0.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "",
                        "0.00",
                        "0.00",
                        refund == null ? "" : refund.number() + "\t",
                        "0.00",
                        "0.00",
                        refund == null ? "" : refund.reason().replace(',', ' '))
                + "\r\n";
    }

    private List<Order> payments(LocalDate day) {
        return orders.paid(Order.Kind.ALIPAY).stream()
                .filter(order -> PlatformTime.day(order.paidAt()).equals(day))
                .toList();
    }

    private List<Refund> refunds(LocalDate day) {
        var done = new ArrayList<>(orders.refunds(Order.Kind.ALIPAY));
        done.removeIf(refund -> refund.state() != Refund.State.DONE
                || !PlatformTime.day(refund.endedAt()).equals(day));
        return done;
    }

    private Order of(Refund refund) {
        return orders.find(Order.Kind.ALIPAY, refund.orderNumber()).orElseThrow();
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(PlatformTime.ZONE).toInstant();
    }
}
