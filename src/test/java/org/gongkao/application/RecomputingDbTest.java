package org.gongkao.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.filling.WorkerActs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A stored verdict comes out again, byte for byte, from its facts and its package; what was altered is told. */
class RecomputingDbTest extends DatabaseTest {

    @Autowired
    Recomputing recomputing;

    @Autowired
    WorkerActs worker;

    @Test
    void what_was_kept_comes_out_again_also_after_the_year_and_what_was_altered_is_named() throws SQLException {
        var actor = cast.actor(Cast.WORKER);
        var unit = jdbc.sql("select unit_code from worker.worker where person_id = :person")
                .param("person", actor.person())
                .query(String.class)
                .single();
        var number = worker.handedIn(actor, unit, clock.instant());
        clock.set("2026-05-01T09:00:00");
        assertThat(recomputing.recompute(1000).sentence()).isEqualTo("已复算 1 份资格结论，全部一致。");
        owner("update application.verdict set verdict = replace(verdict, '公路养护', '公路管理')");
        assertThat(recomputing.recompute(1000).differences()).containsExactly(number + " 结论与当时不同");
        owner("update application.verdict set rules_hash = 'x'");
        assertThat(recomputing.recompute(1000).differences()).containsExactly(number + " 当时的规则版本已不在");
    }

    /** The platform's own user may only add. */
    private static void owner(String sql) throws SQLException {
        var who = new Properties();
        who.putAll(TestDatabase.server().superuser());
        try (var connection = DriverManager.getConnection(TestDatabase.shared(), who);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
