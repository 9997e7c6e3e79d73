package org.gongkao.channel.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;

/**
 * 微信支付交易账单文件。CSV in UTF-8; each value has a backtick before it, so that a comma in a title cannot pass for the next value.
 * Columns are found by their names. The last line counts and adds up: a file that was cut off says so itself. One fault, and
 * nothing of it counts.
 */
final class WechatBill {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}\\.\\d{2}");
    private static final List<String> COLUMNS =
            List.of("交易时间", "商户号", "微信订单号", "商户订单号", "交易状态", "微信退款单号", "商户退款单号", "退款状态", "商户数据包", "订单金额", "申请退款金额");
    private static final List<String> TOTALS = List.of("总交易单数", "订单总金额", "申请退款总金额");
    private static final int MANY = 20;

    private final String merchant;
    private final LocalDate day;
    private final List<String> problems = new ArrayList<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int count;
    private long paid;
    private long back;

    WechatBill(String merchant, LocalDate day) {
        this.merchant = merchant;
        this.day = day;
    }

    /** 账单行有误。Said of the line that is being read. */
    private static final class Wrong extends RuntimeException {
        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    StatementAnswer read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new StatementAnswer.Broken(List.of("账单不是 UTF-8 编码，没有读入。"));
        }
        read((text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
        return problems.isEmpty()
                ? new StatementAnswer.Ready(hash(bytes), List.copyOf(lines))
                : new StatementAnswer.Broken(List.copyOf(problems));
    }

    private void read(List<String> rows) {
        var columns = rows.isEmpty() ? Map.<String, Integer>of() : columns(rows.getFirst());
        if (!columns.keySet().containsAll(COLUMNS)) {
            problems.add("第 1 行：表头不是交易账单的表头。");
            return;
        }
        int width = columns.size();
        for (int i = 1; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.startsWith("总交易单数,")) {
                readTotals(rows, i);
                return;
            }
            try {
                readLine(values(row, width), columns);
            } catch (Wrong wrong) {
                problems.add("第 " + (i + 1) + " 行：" + wrong.getMessage());
                if (problems.size() == MANY) {
                    problems.add("错误过多，没有继续读入。");
                    return;
                }
            }
        }
        problems.add("第 " + (rows.size() + 1) + " 行：没有汇总行，账单不完整。");
    }

    private void readLine(List<String> values, Map<String, Integer> columns) {
        var row = new Row(values, columns);
        if (!row.of("商户号").equals(merchant)) {
            throw new Wrong("商户号不是本商户的。");
        }
        var state = row.of("交易状态");
        var at = time(row.of("交易时间"));
        count++;
        var payment = fen(row.of("订单金额"));
        var refund = fen(row.of("申请退款金额"));
        paid += payment;
        back += refund;
        switch (state) {
            case "SUCCESS" ->
                add(StatementLine.Kind.IN, row.number("微信订单号"), row.number("商户订单号"), payment, at, row.of("商户数据包"));
            case "REFUND" -> {
                // The money of a failed refund never left, or is back: it is no movement.
                if (!row.of("退款状态").equals("FAIL")) {
                    add(
                            StatementLine.Kind.OUT,
                            row.number("微信退款单号"),
                            row.number("商户退款单号"),
                            refund,
                            at,
                            row.of("商户数据包"));
                }
            }
            default -> throw new Wrong("交易状态“" + state + "”不在本平台的业务内。");
        }
    }

    private void add(StatementLine.Kind kind, String transaction, String number, long fen, Instant at, String payer) {
        if (fen <= 0) {
            throw new Wrong("金额应大于零。");
        }
        if (!seen.add(kind + transaction)) {
            throw new Wrong("与前面的一行重复。");
        }
        lines.add(new StatementLine(kind, transaction, number, new Money(fen), at, WechatWords.mark(payer)));
    }

    private void readTotals(List<String> rows, int at) {
        try {
            var columns = columns(rows.get(at));
            if (!columns.keySet().containsAll(TOTALS) || at + 1 >= rows.size()) {
                throw new Wrong("汇总行不完整。");
            }
            var total = new Row(values(rows.get(at + 1), columns.size()), columns);
            if (rows.size() > at + 2) {
                throw new Wrong("汇总行之后还有内容。");
            }
            if (problems.isEmpty()
                    && (!total.of("总交易单数").equals(Integer.toString(count))
                            || fen(total.of("订单总金额")) != paid
                            || fen(total.of("申请退款总金额")) != back)) {
                throw new Wrong("汇总与明细不符：明细 " + count + " 笔，收款 " + new Money(paid) + "，退款 " + new Money(back) + "。");
            }
        } catch (Wrong wrong) {
            problems.add("第 " + (at + 2) + " 行：" + wrong.getMessage());
        }
    }

    /** 行。The values of one line by the names of their columns. */
    private record Row(List<String> values, Map<String, Integer> columns) {

        String of(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : values.get(at);
        }

        String number(String column) {
            var number = of(column);
            if (!number.matches("[0-9A-Za-z_\\-|*@]{2,64}")) {
                throw new Wrong(column + "不完整。");
            }
            return number;
        }
    }

    private static Map<String, Integer> columns(String row) {
        var columns = new HashMap<String, Integer>();
        for (var name : row.split(",")) {
            columns.put(name.strip(), columns.size());
        }
        return columns;
    }

    private static List<String> values(String row, int width) {
        var values = row.startsWith("`") ? List.of(row.substring(1).split(",`", -1)) : List.<String>of();
        if (values.size() != width) {
            throw new Wrong("应有 " + width + " 列，实有 " + values.size() + " 列。");
        }
        return values.stream().map(String::strip).toList();
    }

    private Instant time(String text) {
        try {
            var time = LocalDateTime.parse(text, TIME);
            if (!time.toLocalDate().equals(day)) {
                throw new Wrong("交易时间不在 " + Shanghai.date(day) + "。");
            }
            return time.atZone(Shanghai.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Wrong("交易时间无法识别。");
        }
    }

    private static long fen(String yuan) {
        if (!AMOUNT.matcher(yuan).matches()) {
            throw new Wrong("金额无法识别。");
        }
        return Long.parseLong(yuan.replace(".", ""));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
