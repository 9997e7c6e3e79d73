package org.gongkao.payment.transfer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkao.channel.StatementLine;
import org.gongkao.job.JobRow;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 流水核对。Reads each cell of a statement and collects all that is wrong, so that it is told at once. */
final class BankCheck {

    /** No fee and no sum of fees comes near it; what goes out to the treasury may be more. */
    private static final BigDecimal MOST_IN = new BigDecimal("10000000");

    private static final BigDecimal MOST_OUT = new BigDecimal("1000000000");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]*)?|[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9_\\-]{1,64}");
    private static final Pattern EXCEL_DATE = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");
    private static final LocalDateTime EXCEL_BEGINS = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final List<DateTimeFormatter> TIMES = List.of(
            format("uuuu-M-d H:mm:ss"),
            format("uuuu-M-d H:mm"),
            format("uuuu/M/d H:mm:ss"),
            format("uuuu/M/d H:mm"),
            format("uuuuMMdd HH:mm:ss"),
            format("uuuuMMddHHmmss"));

    private final LocalDate first;
    private final LocalDate last;
    private final List<BankProblem> problems = new ArrayList<>();
    private final List<BankLine> lines = new ArrayList<>();
    private final Map<String, Integer> serials = new HashMap<>();

    private BankCheck(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /** 核对结果。The lines, where nothing is wrong; else all that is wrong, by line. */
    record Checked(List<BankLine> lines, List<BankProblem> problems) {}

    static Checked of(BankTable.Read table, LocalDate first, LocalDate last) {
        var check = new BankCheck(first, last);
        check.problems.addAll(table.problems());
        table.rows().forEach(check::row);
        check.problems.sort(Comparator.comparingInt(BankProblem::line));
        return new Checked(
                check.problems.isEmpty() ? List.copyOf(check.lines) : List.of(), List.copyOf(check.problems));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    private void row(JobRow row) {
        int before = problems.size();
        var at = time(row.line(), row.cell(0));
        var serial = serial(row.line(), row.cell(1));
        var in = amount(row.line(), BankTable.IN, row.cell(2), MOST_IN);
        var out = amount(row.line(), BankTable.OUT, row.cell(3), MOST_OUT);
        if (problems.size() == before) {
            if (in.signum() > 0 == out.signum() > 0) {
                wrong(row.line(), BankTable.IN, in.signum() > 0 ? "收入和支出只能填一项" : "收入和支出都没有金额，或者金额为 0");
            } else {
                boolean isIn = in.signum() > 0;
                lines.add(new BankLine(
                        row.line(),
                        isIn ? StatementLine.Kind.IN : StatementLine.Kind.OUT,
                        serial,
                        new Money((isIn ? in : out).movePointRight(2).longValueExact()),
                        at == null ? Instant.EPOCH : at,
                        cut(row.cell(4)),
                        cut(row.cell(5))));
            }
        }
    }

    private String serial(int line, String text) {
        var plain = text.startsWith("'") ? text.substring(1) : text;
        if (!SERIAL.matcher(plain).matches()) {
            wrong(
                    line,
                    BankTable.SERIAL,
                    plain.isEmpty() ? "没有流水号" : "流水号应为 64 位以内的字母和数字；是“1.23E+20”这样的，请把该栏改为文本后重新导出");
        } else {
            var before = serials.putIfAbsent(plain, line);
            if (before != null) {
                wrong(line, BankTable.SERIAL, "与第 " + before + " 行的流水号相同");
            }
        }
        return plain;
    }

    /** Zero where nothing stands, and where something is wrong. */
    private BigDecimal amount(int line, String column, String text, BigDecimal most) {
        var plain =
                text.startsWith("¥") || text.startsWith("￥") ? text.substring(1).strip() : text;
        if (plain.isEmpty() || plain.equals("-") || plain.equals("--")) {
            return BigDecimal.ZERO;
        }
        if (plain.startsWith("-") || plain.startsWith("−") || plain.startsWith("(")) {
            return wrongAmount(line, column, "金额不能是负数；冲正的流水请先与银行核对");
        }
        if (!AMOUNT.matcher(plain).matches()) {
            return wrongAmount(line, column, "“" + cut(plain, 20) + "”不是金额，应为 365.00 这样的数字");
        }
        var amount = new BigDecimal(plain.replace(",", ""));
        if (amount.stripTrailingZeros().scale() > 2) {
            return wrongAmount(line, column, "金额最多两位小数");
        }
        if (amount.compareTo(most) >= 0) {
            return wrongAmount(line, column, "金额超出一笔可能的数额，请与银行核对");
        }
        return amount;
    }

    private BigDecimal wrongAmount(int line, String column, String sentence) {
        wrong(line, column, sentence);
        return BigDecimal.ZERO;
    }

    private @Nullable Instant time(int line, String text) {
        var at = parse(text);
        if (at == null) {
            wrong(line, BankTable.AT, "应为 2023-04-10 09:15:00 这样的日期和时间：截止前后以银行的时间为准，不能只有日期");
            return null;
        }
        var day = at.toLocalDate();
        if (day.isBefore(first) || day.isAfter(last)) {
            wrong(line, BankTable.AT, "不在流水的起止日期 " + Shanghai.date(first) + "至" + Shanghai.date(last) + "之内");
        }
        return at.atZone(Shanghai.ZONE).toInstant();
    }

    private static @Nullable LocalDateTime parse(String text) {
        var plain = text.replace('T', ' ').strip().replaceAll("\\s+", " ");
        if (EXCEL_DATE.matcher(plain).matches()) {
            return plain.contains(".")
                    ? EXCEL_BEGINS.plusSeconds(Math.round(Double.parseDouble(plain) * 86_400))
                    : null;
        }
        for (var format : TIMES) {
            try {
                return LocalDateTime.parse(plain, format);
            } catch (DateTimeException other) {
                // the next one may fit
            }
        }
        return null;
    }

    private void wrong(int line, String column, String sentence) {
        problems.add(new BankProblem(line, column, sentence));
    }

    private static String cut(String text) {
        return cut(text.replace("\u0000", ""), 300);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
