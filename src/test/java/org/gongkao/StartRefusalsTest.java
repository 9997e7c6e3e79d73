package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartRefusalsTest {

    private final StartRefusals refusals = new StartRefusals();

    @Test
    void a_database_that_does_not_answer_is_named_without_a_stack_trace() {
        var said = Objects.requireNonNull(
                refusals.analyze(new IllegalStateException(connecting("jdbc:postgresql://127.0.0.1:1/gongkao"))));

        assertThat(said.getDescription()).isEqualTo("连不上数据库，平台没有启动。");
        assertThat(said.getAction()).contains("spring.datasource", "127.0.0.1:1");
    }

    @Test
    void a_fault_in_a_statement_is_not_taken_for_it() {
        assertThat(refusals.analyze(new SQLException("syntax error", "42601"))).isNull();
        assertThat(refusals.analyze(new SQLException("no state"))).isNull();
    }

    private static SQLException connecting(String url) {
        try (var connection = DriverManager.getConnection(url, "gongkao_app", "")) {
            throw new AssertionError("answered: " + connection);
        } catch (SQLException refused) {
            return refused;
        }
    }
}
