package org.gongkao.application.closing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sha256;

/** 汇总数字。How many files per level, occupation and conclusion. */
record Figures(List<Cell> cells) {

    /** 汇总格。One count. */
    record Cell(int level, String occupation, Conclusion conclusion, int files) {
        Cell with(int counted) {
            return new Cell(level, occupation, conclusion, counted);
        }
    }

    Figures {
        cells = cells.stream()
                .sorted(Comparator.comparing(Cell::level, Comparator.reverseOrder())
                        .thenComparing(Cell::occupation)
                        .thenComparing(Cell::conclusion))
                .toList();
    }

    int total() {
        return cells.stream().mapToInt(Cell::files).sum();
    }

    int of(Conclusion conclusion) {
        return cells.stream()
                .filter(cell -> cell.conclusion == conclusion)
                .mapToInt(Cell::files)
                .sum();
    }

    int of(Level level, Conclusion conclusion) {
        return cells.stream()
                .filter(cell -> cell.level == level.number() && cell.conclusion == conclusion)
                .mapToInt(Cell::files)
                .sum();
    }

    int of(String occupation, Conclusion conclusion) {
        return cells.stream()
                .filter(cell -> cell.occupation.equals(occupation) && cell.conclusion == conclusion)
                .mapToInt(Cell::files)
                .sum();
    }

    /** The conclusions that occur; approved and rejected always, so that a nought is said. */
    List<Conclusion> conclusions() {
        return Arrays.stream(Conclusion.values())
                .filter(one -> one == Conclusion.APPROVED || one == Conclusion.REJECTED || of(one) > 0)
                .toList();
    }

    List<String> occupations() {
        var codes = new TreeSet<String>();
        cells.forEach(cell -> codes.add(cell.occupation));
        return List.copyOf(codes);
    }

    /** 本级未审结 3 份、申诉未决 1 份: what still stands in the way. */
    List<String> open() {
        var words = new ArrayList<String>();
        for (var one : Conclusion.values()) {
            if (one.isOpen() && of(one) > 0) {
                words.add(one.label() + " " + of(one) + " 份");
            }
        }
        return words;
    }

    /** What an officer saw who closes: other numbers by then are another report. */
    String hash() {
        return Sha256.of(cells.toString());
    }
}
