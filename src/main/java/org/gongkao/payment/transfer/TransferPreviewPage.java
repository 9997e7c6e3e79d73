package org.gongkao.payment.transfer;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.file.FileCard;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 流水预览页。What taking the statement would do, and the sums to hold against the bank's own. */
record TransferPreviewPage(
        long file, String first, String last, List<Line> facts, List<Line> outcomes, List<Row> rows, int more) {

    private static final int SHOWN = 200;

    /** 预览行。One line, and whose it was found to be. */
    record Row(
            int line,
            String at,
            String serial,
            String kind,
            String amount,
            String name,
            String purpose,
            Sign sign,
            String state) {

        static Row of(TakingTransfers.Found found) {
            var line = found.line().line();
            boolean differs = found.line().state() == LineState.MATCHED
                    && found.due().filter(line.amount()::equals).isEmpty();
            return new Row(
                    line.line(),
                    Shanghai.second(line.at()),
                    line.serial(),
                    line.isIn() ? "收入" : "支出",
                    line.amount().toString(),
                    line.name(),
                    line.purpose(),
                    differs ? Sign.UNMET : found.line().state().sign(),
                    differs
                            ? "金额不符，应缴 " + found.due().map(Money::toString).orElse("")
                            : found.line().state().label());
        }
    }

    static TransferPreviewPage of(FileCard card, long file, TakingTransfers.Reading reading) {
        var rows = reading.found().stream().map(Row::of).toList();
        return new TransferPreviewPage(
                file,
                reading.first().toString(),
                reading.last().toString(),
                List.of(
                        new Line("文件", card.name()),
                        new Line("起止日期", Shanghai.date(reading.first()) + "至" + Shanghai.date(reading.last())),
                        new Line("没有流水的日子", quiet(reading)),
                        new Line("新的收入", sum(reading, true)),
                        new Line("新的支出", sum(reading, false)),
                        new Line("以前登记过", reading.known() + " 笔，不重复登记")),
                List.of(
                        new Line("对上缴款码，金额相符", count(rows, "已对上")),
                        new Line(
                                "对上缴款码，金额不符，转缴费差异",
                                rows.stream()
                                                .filter(row -> row.sign() == Sign.UNMET)
                                                .count() + " 笔"),
                        new Line("没有对上，待认领", count(rows, "待认领")),
                        new Line("退款已转出", count(rows, "退款已转出")),
                        new Line("其他支出", count(rows, "其他支出"))),
                rows.size() > SHOWN ? rows.subList(0, SHOWN) : rows,
                Math.max(0, rows.size() - SHOWN));
    }

    private static String quiet(TakingTransfers.Reading reading) {
        var days = reading.quiet();
        if (days.isEmpty()) {
            return "无";
        }
        var shown = days.stream().limit(5).map(Shanghai::date).collect(Collectors.joining("、"));
        return shown + (days.size() > 5 ? " 等 " + days.size() + " 天" : "") + "，请确认银行确实没有收支";
    }

    private static String count(List<Row> rows, String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count() + " 笔";
    }

    private static String sum(TakingTransfers.Reading reading, boolean in) {
        var lines = reading.found().stream()
                .map(found -> found.line().line())
                .filter(line -> line.isIn() == in)
                .toList();
        return lines.size() + " 笔，合计 " + lines.stream().map(BankLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
