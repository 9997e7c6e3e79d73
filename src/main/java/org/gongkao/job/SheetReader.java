package org.gongkao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongkao.file.FileRule;
import org.gongkao.shared.Refusal;

/**
 * 表格读入。Reads the first sheet line by line, columns found by their heads. What stands in a cell is handed on as it is,
 * so that the line's result can say what is wrong with it; columns of other names follow after ours and are not lost.
 */
public final class SheetReader {

    public static final int MOST_ROWS = 20_000;

    /** A small file may unpack to gigabytes; no list does. */
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST_CELL = 500;

    /** 读入的表。The heads as the lines carry them, and the lines. */
    public record Sheet(List<String> header, List<JobRow> rows) {}

    private SheetReader() {}

    public static Sheet read(Path file, List<String> heads) {
        try {
            weigh(file);
            try (var in = Files.newInputStream(file);
                    var book = new ReadableWorkbook(in)) {
                return read(book, heads);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(JobRefusal.SHEET_UNREADABLE, FileRule.SPREADSHEET.typeWords());
        }
    }

    /** Counts what really comes out: the sizes that a file gives of itself may be false. */
    private static void weigh(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var buffer = new byte[8192];
            long total = 0;
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        total += read;
                        if (total > MOST_BYTES) {
                            throw new Refusal(JobRefusal.SHEET_TOO_LONG, MOST_ROWS);
                        }
                    }
                }
            }
        }
    }

    private static Sheet read(ReadableWorkbook book, List<String> heads) throws IOException {
        try (var stream = book.getFirstSheet().openStream()) {
            var lines = stream.iterator();
            if (!lines.hasNext()) {
                throw new Refusal(JobRefusal.SHEET_EMPTY);
            }
            var order = columns(lines.next(), heads);
            var rows = new ArrayList<JobRow>();
            while (lines.hasNext()) {
                var line = lines.next();
                var cells = cells(line, order.places());
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    throw new Refusal(JobRefusal.SHEET_TOO_LONG, MOST_ROWS);
                }
                rows.add(new JobRow(line.getRowNum(), cells));
            }
            if (rows.isEmpty()) {
                throw new Refusal(JobRefusal.SHEET_EMPTY);
            }
            return new Sheet(order.header(), rows);
        }
    }

    private record Order(List<String> header, List<Integer> places) {}

    private static Order columns(Row head, List<String> heads) {
        Map<String, Integer> found = new HashMap<>();
        var others = new ArrayList<Integer>();
        var labels = new ArrayList<String>();
        for (int place = 0; place < Math.min(MOST_COLUMNS, head.getCellCount()); place++) {
            var label = text(head, place).replaceAll("\\s", "");
            labels.add(label);
            if (heads.contains(label) && !found.containsKey(label)) {
                found.put(label, place);
            } else if (!label.isEmpty()) {
                others.add(place);
            }
        }
        var missing = heads.stream().filter(one -> !found.containsKey(one)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(JobRefusal.SHEET_HEADS_MISSING, String.join("、", missing));
        }
        var header = new ArrayList<>(heads);
        var places = new ArrayList<>(heads.stream().map(found::get).toList());
        others.forEach(place -> header.add(labels.get(place)));
        places.addAll(others);
        return new Order(header, places);
    }

    private static List<String> cells(Row line, List<Integer> places) {
        return places.stream().map(place -> text(line, place)).toList();
    }

    /** A formula is handed on as {@code =…}, which no field accepts: what it would show is not what was checked. */
    private static String text(Row row, int place) {
        var cell = row.getOptionalCell(place).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var text = cell.getType() == CellType.FORMULA ? "=" + cell.getFormula() : raw(cell);
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static String raw(Cell cell) {
        if (cell.getType() == CellType.STRING) {
            return cell.asString().replace("\u0000", "").strip();
        }
        var raw = cell.getRawValue();
        return raw == null ? "" : raw.strip();
    }
}
