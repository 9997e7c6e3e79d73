package org.gongkao.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * 订单簿。All orders and refunds, in memory and, where a journal is given, on disk line by line: a payment outlives this
 * process. Every change goes through here, one after another.
 */
final class Orders {

    /** A line without it was cut off when the process was killed. */
    private static final String WHOLE = "&end=1";

    /** 单号。The providers do not know each other's numbers. */
    private record Key(Order.Kind kind, String number) {}

    private final Map<Key, Order> orders = new LinkedHashMap<>();
    private final Map<String, Key> byToken = new LinkedHashMap<>();
    private final Map<Key, Refund> refunds = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Path journal;

    /** {@code journal} may be null. */
    Orders(Path journal) throws IOException {
        this.journal = journal;
        if (journal == null) {
            return;
        }
        Files.createDirectories(journal.toAbsolutePath().getParent());
        if (Files.exists(journal)) {
            var text = Files.readString(journal, StandardCharsets.UTF_8);
            text.lines().filter(line -> line.endsWith(WHOLE)).forEach(line -> keep(Form.decode(line)));
            if (!text.isEmpty() && !text.endsWith("\n")) {
                // What is appended next must not become part of a line that was cut off.
                Files.writeString(journal, "\n", StandardOpenOption.APPEND);
            }
        }
    }

    synchronized Optional<Order> find(Order.Kind kind, String number) {
        return Optional.ofNullable(orders.get(new Key(kind, number)));
    }

    synchronized Optional<Order> byToken(String token) {
        return Optional.ofNullable(byToken.get(token)).map(orders::get);
    }

    synchronized List<Order> paid(Order.Kind kind) {
        return orders.values().stream()
                .filter(order -> order.kind() == kind && order.isPaid())
                .sorted(Comparator.comparing(Order::paidAt))
                .toList();
    }

    /** The order as it stands afterwards. */
    synchronized Order change(Order order, UnaryOperator<Order> change) {
        var key = new Key(order.kind(), order.number());
        var changed = change.apply(orders.get(key));
        if (!changed.equals(orders.put(key, changed))) {
            write(changed.toLine());
        }
        return changed;
    }

    /** The order under that number: the one that was there, else the new one. */
    synchronized Order findOrAdd(Order order) {
        var key = new Key(order.kind(), order.number());
        var there = orders.get(key);
        if (there == null) {
            keep(order);
            write(order.toLine());
        }
        return there == null ? order : there;
    }

    synchronized Optional<Refund> refund(Order.Kind kind, String number) {
        return Optional.ofNullable(refunds.get(new Key(kind, number)));
    }

    /** The refund under that number: the one that was there, else what {@code make} makes of all earlier ones of the order. */
    synchronized Refund findOrAdd(Order order, String number, Function<List<Refund>, Refund> make) {
        var key = new Key(order.kind(), number);
        var there = refunds.get(key);
        if (there == null) {
            var made = make.apply(refundsOf(order));
            refunds.put(key, made);
            write(made.toLine());
            return made;
        }
        return there;
    }

    synchronized Refund change(Refund refund, UnaryOperator<Refund> change) {
        var key = new Key(refund.kind(), refund.number());
        var changed = change.apply(refunds.get(key));
        if (!changed.equals(refunds.put(key, changed))) {
            write(changed.toLine());
        }
        return changed;
    }

    synchronized List<Refund> refundsOf(Order order) {
        return refunds.values().stream()
                .filter(one -> one.kind() == order.kind() && one.orderNumber().equals(order.number()))
                .toList();
    }

    synchronized List<Refund> refunds(Order.Kind kind) {
        return refunds.values().stream().filter(one -> one.kind() == kind).toList();
    }

    String secret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A number of ours, as long as the providers' are. */
    String transactionNumber(String beginning) {
        return beginning + Long.toString(random.nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
    }

    private void keep(Map<String, String> line) {
        if (line.get("of").equals("refund")) {
            var refund = Refund.ofLine(line);
            refunds.put(new Key(refund.kind(), refund.number()), refund);
        } else {
            keep(Order.ofLine(line));
        }
    }

    private void keep(Order order) {
        var key = new Key(order.kind(), order.number());
        orders.put(key, order);
        byToken.put(order.token(), key);
    }

    private void write(Map<String, String> line) {
        if (journal == null) {
            return;
        }
        try {
            Files.writeString(
                    journal,
                    Form.encode(line) + WHOLE + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
