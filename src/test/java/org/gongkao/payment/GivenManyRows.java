package org.gongkao.payment;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.TestDatabase;
import org.gongkao.demo.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hundred thousand rows of money in the tables of finance's lists, and how the database means to find one payer's among them. */
@Component
@Profile("test")
public class GivenManyRows {

    public static final int ROWS = 100_000;

    /** Fewer orders and refunds: already at so many nothing may be read whole, and they take long to write. */
    public static final int ORDERS = 10_000;

    /** Refunds of the charges from one to another. */
    public static final String REFUNDS = """
            insert into payment.refund (number, ground, charge_id, channel, order_number, transaction_no, order_total_fen, amount_fen,
                   state, reason, asked_by_role, asked_by, opened_at, attempt, done_at)
            select 'R' || lpad(g::text, 16, '0'), 'OWN_WISH', g, 'WECHAT', 'C' || g || '_1', 'T' || g, 36500, 100,
                   case when g %% 50 = 0 then 'REQUESTED' else 'DONE' end, 'x', 'WORKER', 1, now(), 1,
                   case when g %% 50 <> 0 then now() end
              from generate_series(%1$d, %2$d) g
            """;

    /** What is looked for, and the charges that were found for it. */
    public static final String TERM = "420000000000000000000004711";

    private static final Long[] PAYERS = {4_711L, 4_712L};

    private final JdbcClient jdbc;
    private final String url;

    GivenManyRows(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.url = url;
    }

    /** Charges with their orders and refunds, by which money is found that names no charge; and what the list itself shows. */
    public void plant(String... statements) {
        write("""
                insert into payment.charge (id, number, purpose, purpose_key, person_id, title, amount_fen, deadline, state, opened_at)
                overriding system value
                select g, lpad(g::text, 16, '0'), 'GRADING', '2023-' || g, g, 'x', 36500, now(), 'OPEN', now()
                  from generate_series(1, %1$d) g;
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                select 'C' || g || '_1', 'T' || lpad(g::text, 14, '0'), 'WECHAT', 36500, 'GK1', '', 1, now()
                  from generate_series(1, %2$d) g;
                insert into payment.order_share (order_number, charge_id, amount_fen)
                select 'C' || g || '_1', g, 36500 from generate_series(1, %2$d) g
                """.formatted(ROWS, ORDERS));
        write(REFUNDS.formatted(1, ORDERS));
        for (var statement : statements) {
            write(statement.formatted(ROWS, ORDERS));
        }
        write("analyze payment.charge, payment.channel_order, payment.order_share, payment.refund");
    }

    /** As the owner of the tables, who also has them counted, as their own housekeeping does by and by. */
    public void write(String sql) {
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the parameters that all lists share, and the list's own. */
    public String plan(String sql, Map<String, ? extends @Nullable Object> own) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .param("term", TERM)
                        .param("payers", PAYERS)
                        .param("charges", PAYERS)
                        .param("limit", 51)
                        .params(own)
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list());
    }

    /** All ways to ask of which one reads a table from its beginning to its end, with their plans. */
    public List<String> reading(Map<String, String> plans) {
        return plans.entrySet().stream()
                .filter(plan -> plan.getValue().contains("Seq Scan on"))
                .map(plan -> plan.getKey() + "\n" + plan.getValue())
                .toList();
    }
}
