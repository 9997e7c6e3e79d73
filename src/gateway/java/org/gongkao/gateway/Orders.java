package org.gongkao.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * 订单簿。All orders, in memory and, where a journal is given, on disk line by line: a payment outlives this process. Every
 * change goes through here, one after another.
 */
final class Orders {

    /** A line without it was cut off when the process was killed. */
    private static final String WHOLE = "&end=1";

    private final Map<String, Order> byNumber = new LinkedHashMap<>();
    private final Map<String, String> numberByToken = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Path journal;

    /** {@code journal} may be null. */
    Orders(Path journal) throws IOException {
        this.journal = journal;
        if (journal != null) {
            Files.createDirectories(journal.toAbsolutePath().getParent());
        }
        if (journal != null && Files.exists(journal)) {
            for (var line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
                if (line.endsWith(WHOLE)) {
                    keep(Order.ofLine(Form.decode(line)));
                }
            }
        }
    }

    synchronized Optional<Order> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    synchronized Optional<Order> byToken(String token) {
        return Optional.ofNullable(numberByToken.get(token)).map(byNumber::get);
    }

    synchronized Collection<Order> all() {
        return List.copyOf(byNumber.values());
    }

    /** The order as it stands afterwards. */
    synchronized Order change(String number, UnaryOperator<Order> change) {
        var changed = change.apply(byNumber.get(number));
        if (!changed.equals(byNumber.put(number, changed))) {
            write(changed);
        }
        return changed;
    }

    synchronized Order add(Order order) {
        keep(order);
        write(order);
        return order;
    }

    String secret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void keep(Order order) {
        byNumber.put(order.number(), order);
        numberByToken.put(order.token(), order.number());
    }

    private void write(Order order) {
        if (journal == null) {
            return;
        }
        try {
            Files.writeString(
                    journal,
                    Form.encode(order.toLine()) + WHOLE + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
