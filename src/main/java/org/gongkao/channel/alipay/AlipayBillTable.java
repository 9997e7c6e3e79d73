package org.gongkao.channel.alipay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.channel.StatementLine;
import org.gongkao.channel.StatementLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * 支付宝业务明细。Lines that begin with # around a table: whose and of which day it is, where the table begins and ends, and how
 * many it holds, by which a file that was cut off is known.
 */
final class AlipayBillTable {

    /** 读出的明细。 */
    record Read(List<StatementLine> lines, List<String> problems) {}

    private static final int MOST_PROBLEMS = 50;
    private static final Pattern ACCOUNT = Pattern.compile("#账号[:：]\\[([^]]*)].*");
    private static final Pattern DAY = Pattern.compile("#起始日期[:：]\\[(\\d{4})年(\\d{2})月(\\d{2})日.*");
    private static final Pattern TOTAL = Pattern.compile("#+(交易|退款)合计[:：](\\d{1,9})笔[，,]商家实收(?:退款)?共(-?[0-9.]+)元.*");

    private final String sellerId;
    private final LocalDate day;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, String> totals = new HashMap<>();
    private Map<String, Integer> columns = Map.of();
    private int width;
    private boolean ours;
    private boolean ofTheDay;
    private boolean begun;
    private boolean ended;
    private boolean complete;

    AlipayBillTable(String sellerId, LocalDate day) {
        this.sellerId = sellerId;
        this.day = day;
    }

    Read read(String text) {
        var rows = text.split("\r?\n", -1);
        for (int at = 0; at < rows.length; at++) {
            take(at + 1, rows[at].strip());
        }
        require(ours, "业务明细没有写明账号，或不是本商户的账号。");
        require(ofTheDay, "业务明细没有写明日期，或不是 " + day + " 的账单。");
        require(begun && !columns.isEmpty(), "业务明细没有表头。");
        require(ended, "业务明细没有结束标记，文件可能不完整。");
        if (problems.isEmpty()) {
            compare("交易", Kind.IN);
            compare("退款", Kind.OUT);
        }
        return new Read(lines, problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    private void take(int number, String row) {
        if (row.startsWith("#")) {
            comment(row);
        } else if (begun && !ended && columns.isEmpty()) {
            header(row);
        } else if (begun && !ended) {
            if (complete) {
                movement(number, row);
            }
        } else {
            require(row.isEmpty(), "第 " + number + " 行：不在明细的开始和结束之间。");
        }
    }

    private void comment(String row) {
        var account = ACCOUNT.matcher(row);
        var from = DAY.matcher(row);
        var total = TOTAL.matcher(row);
        if (account.matches()) {
            ours = account.group(1).strip().equals(sellerId);
        } else if (from.matches()) {
            ofTheDay = day.toString().equals(from.group(1) + "-" + from.group(2) + "-" + from.group(3));
        } else if (total.matches()) {
            totals.put(total.group(1), total.group(2) + " " + total.group(3));
        } else if (row.contains("业务明细列表结束")) {
            ended = true;
        } else if (row.contains("业务明细列表")) {
            begun = true;
        }
    }

    /** Columns are found by their names; others may come beside them. */
    private void header(String row) {
        var names = row.split(",", -1);
        var found = new HashMap<String, Integer>();
        for (int at = 0; at < names.length; at++) {
            found.put(names[at].strip().replaceAll("[（(]元[)）]", ""), at);
        }
        width = names.length;
        columns = found;
        int before = problems.size();
        for (var name : List.of("支付宝交易号", "商户订单号", "业务类型", "完成时间", "商家实收", "退款批次号/请求号")) {
            require(found.containsKey(name), "表头没有“" + name + "”一栏。");
        }
        complete = problems.size() == before;
    }

    private void movement(int number, String row) {
        var cells = row.split(",", -1);
        if (cells.length != width) {
            problems.add("第 " + number + " 行：应有 " + width + " 栏，实有 " + cells.length + " 栏。");
            return;
        }
        var kind = kind(cell(cells, "业务类型"));
        var trade = cell(cells, "支付宝交易号");
        var at = AlipayWords.time(cell(cells, "完成时间"));
        var sum = cell(cells, "商家实收");
        var amount = kind.flatMap(known -> known == Kind.IN
                ? AlipayWords.amount(sum)
                : sum.startsWith("-") ? AlipayWords.amount(sum.substring(1)) : Optional.empty());
        int before = problems.size();
        require(AlipayTrade.isNumber(trade), "第 " + number + " 行：支付宝交易号不正确。");
        require(kind.isPresent(), "第 " + number + " 行：业务类型不是交易或退款。");
        require(at.isPresent(), "第 " + number + " 行：完成时间不正确。");
        require(kind.isEmpty() || amount.isPresent(), "第 " + number + " 行：商家实收的金额不正确。");
        if (problems.size() > before || kind.isEmpty() || at.isEmpty() || amount.isEmpty()) {
            return;
        }
        boolean in = kind.get() == Kind.IN;
        var ourNumber = cell(cells, in ? "商户订单号" : "退款批次号/请求号");
        var transaction = in ? trade : AlipayTrade.refund(trade, ourNumber);
        var twin = seen.putIfAbsent(transaction, number);
        require(twin == null, "第 " + number + " 行：与第 " + twin + " 行是同一笔。");
        lines.add(new StatementLine(
                kind.get(), transaction, ourNumber.isEmpty() ? null : ourNumber, amount.get(), at.get(), null));
    }

    private static Optional<Kind> kind(String word) {
        return switch (word) {
            case "交易" -> Optional.of(Kind.IN);
            case "退款" -> Optional.of(Kind.OUT);
            default -> Optional.empty();
        };
    }

    private String cell(String[] cells, String name) {
        var at = columns.get(name);
        return at == null ? "" : cells[at].strip();
    }

    private void compare(String word, Kind kind) {
        var told = totals.get(word);
        long count = lines.stream().filter(line -> line.kind() == kind).count();
        long fen = lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(line -> line.amount().fen())
                .sum();
        require(told != null, "业务明细没有" + word + "合计，文件可能不完整。");
        require(told == null || isTold(told, count, fen), word + "合计与明细不符：明细 " + count + " 笔，合计所写的笔数或金额不同。");
    }

    private static boolean isTold(@Nullable String told, long count, long fen) {
        var parts = told == null ? new String[] {"", ""} : told.split(" ");
        return parts[0].equals(Long.toString(count))
                && AlipayWords.fen(parts[1].replaceFirst("^-", ""))
                        .filter(sum -> sum == fen)
                        .isPresent();
    }

    private void require(boolean fulfilled, String problem) {
        if (!fulfilled) {
            problems.add(problem);
        }
    }
}
