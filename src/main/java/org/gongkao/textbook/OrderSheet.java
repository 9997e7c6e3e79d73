package org.gongkao.textbook;

import java.util.List;
import java.util.TreeMap;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sha256;

/** 教材征订单。How many of which book a unit orders. The number is the number of those who opted in, and nobody types it. */
record OrderSheet(String unitCode, int year, List<OrderLine> lines) {

    /** 征订单行。One occupation at one level. */
    record OrderLine(Level level, String occupation, int quantity) {}

    static OrderSheet of(String unitCode, int year, List<Orderer> orderers) {
        var counted = new TreeMap<Level, TreeMap<String, Integer>>();
        orderers.stream()
                .filter(Orderer::orders)
                .forEach(one -> counted.computeIfAbsent(one.level(), level -> new TreeMap<>())
                        .merge(one.occupation(), 1, Integer::sum));
        var lines = counted.entrySet().stream()
                .flatMap(level -> level.getValue().entrySet().stream()
                        .map(book -> new OrderLine(level.getKey(), book.getKey(), book.getValue())))
                .toList();
        return new OrderSheet(unitCode, year, lines);
    }

    int total() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    String hash() {
        var text = new StringBuilder(unitCode + "\n" + year + "\n");
        lines.forEach(line -> text.append(line.level().number())
                .append('\n')
                .append(line.occupation())
                .append('\n')
                .append(line.quantity())
                .append('\n'));
        return Sha256.of(text.toString());
    }
}
