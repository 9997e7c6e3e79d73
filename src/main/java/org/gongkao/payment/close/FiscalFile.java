package org.gongkao.payment.close;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.file.PlainText;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;

/** Reads what the treasury's system wrote of a day: whole, or with all its faults at once, each with line and column. */
record FiscalFile(LocalDate day, List<Row> rows) {

    /** The columns, as their system heads them. */
    static final List<String> HEADS = List.of("日期", "渠道", "缴款书号", "金额");

    /** Told at once; who has more wrong than this has the wrong file. */
    private static final int MOST_FAULTS = 50;

    private static final BigDecimal HIGHEST = new BigDecimal("99999999.99");

    record Row(int line, ChannelCode channel, String slip, Money amount) {}

    static FiscalFile read(byte[] content, LocalDate today) {
        var text = PlainText.read(content).orElseThrow(() -> new Refusal(CloseRefusal.FILE_NOT_TEXT));
        var lines = text.lines().toList();
        var faults = new Reading(today);
        if (lines.isEmpty() || !cells(lines.getFirst()).equals(HEADS)) {
            faults.add(1, "", "第一行应是“" + String.join(",", HEADS) + "”");
        } else {
            for (int line = 2; line <= lines.size(); line++) {
                if (!lines.get(line - 1).isBlank()) {
                    faults.row(line, cells(lines.get(line - 1)));
                }
            }
            if (faults.rows.isEmpty() && faults.list.isEmpty()) {
                faults.add(2, "", "文件里没有一行缴款");
            }
        }
        return faults.file();
    }

    static Fault fault(int line, String column, String sentence) {
        return new Fault(
                "file", "第 " + line + " 行" + (column.isEmpty() ? "" : "“" + column + "”") + "：" + sentence + "。");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1").strip())
                .toList();
    }

    /** Collects rows and faults. */
    private static final class Reading {

        private final LocalDate today;
        private final List<Fault> list = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final Map<String, Integer> slips = new HashMap<>();
        private int more;
        private LocalDate day = LocalDate.MIN;

        Reading(LocalDate today) {
            this.today = today;
        }

        void add(int line, String column, String sentence) {
            if (list.size() < MOST_FAULTS) {
                list.add(fault(line, column, sentence));
            } else {
                more++;
            }
        }

        void row(int line, List<String> cells) {
            if (cells.size() != HEADS.size()) {
                add(line, "", "应有 " + HEADS.size() + " 列，实有 " + cells.size() + " 列");
                return;
            }
            readDay(line, cells.get(0));
            var channel = Arrays.stream(ChannelCode.values())
                    .filter(code -> code.label().equals(cells.get(1)))
                    .findFirst();
            if (channel.isEmpty()) {
                add(line, HEADS.get(1), "没有“" + cells.get(1) + "”这一渠道，应为微信支付、支付宝或银行转账");
            }
            var slip = cells.get(2);
            if (!slip.matches("[0-9A-Za-z-]{6,40}")) {
                add(line, HEADS.get(2), "缴款书号应为 6 至 40 位数字、字母或短横");
            } else if (slips.putIfAbsent(slip, line) != null) {
                add(line, HEADS.get(2), "与第 " + slips.get(slip) + " 行的缴款书号重复");
            }
            var amount = amount(line, cells.get(3));
            if (channel.isPresent() && amount.isPresent()) {
                rows.add(new Row(line, channel.get(), slip, amount.get()));
            }
        }

        private void readDay(int line, String text) {
            try {
                var read = LocalDate.parse(text);
                if (!read.isBefore(today)) {
                    add(line, HEADS.getFirst(), text + " 还没有结束");
                } else if (day.equals(LocalDate.MIN)) {
                    day = read;
                } else if (!day.equals(read)) {
                    add(line, HEADS.getFirst(), "一份文件只能是同一天的缴款，前面是 " + day);
                }
            } catch (DateTimeParseException other) {
                add(line, HEADS.getFirst(), "日期应写成 2023-04-10 的样子");
            }
        }

        private Optional<Money> amount(int line, String text) {
            if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?")) {
                add(line, HEADS.get(3), "金额应是元，最多两位小数，不带千分位");
                return Optional.empty();
            }
            var yuan = new BigDecimal(text);
            if (yuan.signum() <= 0 || yuan.compareTo(HIGHEST) > 0) {
                add(line, HEADS.get(3), "金额应在 0.01 元至 99999999.99 元之间");
                return Optional.empty();
            }
            return Optional.of(new Money(yuan.movePointRight(2).longValueExact()));
        }

        FiscalFile file() {
            if (more > 0) {
                list.add(new Fault("file", "另有 " + more + " 处错误没有列出，请先改正以上各处。"));
            }
            if (!list.isEmpty()) {
                throw new InvalidInput(list);
            }
            return new FiscalFile(day, rows);
        }
    }
}
