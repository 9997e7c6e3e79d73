package org.gongkao.payment.close;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers by which people know the charges that the book counts to. */
@Repository
class ChargeNumbers {

    private final JdbcClient jdbc;

    ChargeNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, String> of(Collection<Long> charges) {
        if (charges.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, number from payment.charge where id in (:charges)")
                .param("charges", charges)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
