package org.gongkao.textbook;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.gongkao.shared.Money;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * 教材征订单。How many of which book a unit orders, what that costs, and who the books are for. The number is the number of
 * those who opted in, and nobody types it.
 */
record OrderSheet(String unitCode, int year, boolean priced, List<OrderLine> lines, List<Member> members) {

    /** 征订单行。One book; {@code price} is null where the year names none. */
    record OrderLine(
            BookCode book,
            String occupation,
            String title,
            @Nullable Money price,
            int quantity) {

        Money sum() {
            return price == null ? Money.ZERO : price.times(quantity);
        }
    }

    /** 征订单人员。One who opted in. */
    record Member(String number, long person, BookCode book) {}

    static OrderSheet of(String unitCode, int year, List<Orderer> orderers, BookPrices prices) {
        var counted = new TreeMap<BookCode, Integer>(
                Comparator.comparing(BookCode::level).thenComparing(BookCode::occupation));
        var names = new TreeMap<BookCode, String>();
        var ordering = orderers.stream().filter(Orderer::orders).toList();
        for (var one : ordering) {
            counted.merge(one.book(), 1, Integer::sum);
            names.put(one.book(), one.occupation());
        }
        var lines = counted.entrySet().stream()
                .map(each ->
                        line(each.getKey(), Objects.requireNonNull(names.get(each.getKey())), each.getValue(), prices))
                .toList();
        var members = ordering.stream()
                .map(one -> new Member(one.number(), one.person(), one.book()))
                .sorted(Comparator.comparing(Member::number))
                .toList();
        return new OrderSheet(unitCode, year, prices.hasPrices(), lines, members);
    }

    private static OrderLine line(BookCode code, String occupation, int quantity, BookPrices prices) {
        var priced = prices.find(code).map(PricedBook::price).orElse(null);
        return new OrderLine(code, occupation, prices.title(code, occupation), priced, quantity);
    }

    int total() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    Money amount() {
        return lines.stream().map(OrderLine::sum).reduce(Money.ZERO, Money::plus);
    }

    /** Copies whose price is not known in a year that names prices: they are ordered, and not yet asked for. */
    int unpriced() {
        return priced
                ? lines.stream()
                        .filter(line -> line.price() == null)
                        .mapToInt(OrderLine::quantity)
                        .sum()
                : 0;
    }

    /** Over books, prices and people: another who opted in, or another price, is another sheet. */
    String hash() {
        var text = new StringBuilder(unitCode + "\n" + year + "\n");
        for (var line : lines) {
            var price = line.price();
            text.append(line.book()).append('\n').append(line.title()).append('\n');
            text.append(price == null ? "" : price.fen())
                    .append('\n')
                    .append(line.quantity())
                    .append('\n');
        }
        members.forEach(
                one -> text.append(one.number()).append('\n').append(one.book()).append('\n'));
        return Sha256.of(text.toString());
    }
}
