package org.gongkao.payment.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.file.FileType;
import org.gongkao.file.PlainText;
import org.gongkao.job.JobRow;
import org.gongkao.job.SheetReader;
import org.gongkao.shared.Refusal;

/** 流水表。Reads the file into lines with our columns in our order, whatever the bank's order was; judges no cell. */
final class BankTable {

    static final String AT = "交易日期时间";
    static final String SERIAL = "流水号";
    static final String IN = "收入";
    static final String OUT = "支出";
    static final String NAME = "对方户名";
    static final String PURPOSE = "附言";
    static final List<String> HEADS = List.of(AT, SERIAL, IN, OUT, NAME, PURPOSE);

    /** A table that was cut off on its way has a line with fewer columns. */
    record Read(List<JobRow> rows, List<BankProblem> problems) {}

    private record Raw(int line, List<String> cells) {}

    private BankTable() {}

    static Read read(Path file, FileType type) {
        if (type == FileType.XLSX) {
            return new Read(SheetReader.read(file, HEADS).rows(), List.of());
        }
        try {
            return csv(
                    PlainText.read(Files.readAllBytes(file)).orElseThrow(() -> new Refusal(TransferRefusal.NOT_TEXT)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Read csv(String text) {
        var raw = split(text).stream()
                .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        if (raw.isEmpty()) {
            throw new Refusal(TransferRefusal.NO_LINES);
        }
        var heads = raw.getFirst().cells().stream()
                .map(head -> head.replaceAll("\\s", ""))
                .toList();
        var places = places(heads);
        if (raw.size() == 1) {
            throw new Refusal(TransferRefusal.NO_LINES);
        }
        if (raw.size() - 1 > SheetReader.MOST_ROWS) {
            throw new Refusal(TransferRefusal.TOO_LONG, SheetReader.MOST_ROWS);
        }
        var rows = new ArrayList<JobRow>();
        var problems = new ArrayList<BankProblem>();
        for (var line : raw.subList(1, raw.size())) {
            if (line.cells().size() == heads.size()) {
                rows.add(new JobRow(
                        line.line(),
                        places.stream().map(place -> line.cells().get(place)).toList()));
            } else {
                problems.add(new BankProblem(
                        line.line(),
                        "整行",
                        "应有 " + heads.size() + " 栏，实际有 " + line.cells().size() + " 栏，文件可能没有下载完整，或者某一栏里的逗号没有加引号"));
            }
        }
        return new Read(rows, problems);
    }

    private static List<Integer> places(List<String> heads) {
        var missing = HEADS.stream().filter(head -> !heads.contains(head)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(TransferRefusal.HEADS_MISSING, String.join("、", missing));
        }
        var twice = HEADS.stream()
                .filter(head -> heads.indexOf(head) != heads.lastIndexOf(head))
                .toList();
        if (!twice.isEmpty()) {
            throw new Refusal(TransferRefusal.HEADS_TWICE, String.join("、", twice));
        }
        return HEADS.stream().map(heads::indexOf).toList();
    }

    /** Commas, quotes doubled within quotes, line breaks within quotes; a quote that does not end is a file cut off. */
    private static List<Raw> split(String text) {
        var lines = new ArrayList<Raw>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                } else {
                    cell.append(sign);
                    line += sign == '\n' ? 1 : 0;
                }
            } else if (sign == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (sign == ',') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (sign == '\n') {
                cells.add(cell.toString().strip());
                lines.add(new Raw(begun, List.copyOf(cells)));
                cells.clear();
                cell.setLength(0);
                begun = ++line;
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        if (quoted) {
            throw new Refusal(TransferRefusal.TRUNCATED, begun);
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            cells.add(cell.toString().strip());
            lines.add(new Raw(begun, List.copyOf(cells)));
        }
        return lines;
    }
}
