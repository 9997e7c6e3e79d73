package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.gongkao.TestDatabase;
import org.junit.jupiter.api.Test;

/** The demo asks for its migrations again when any of them reads otherwise than at the last time that all went well. */
class DemoMigrationsDbTest {

    private final Flyway flyway = Flyway.configure()
            .dataSource(
                    TestDatabase.fresh(),
                    EmbeddedServer.OWNER,
                    TestDatabase.server().password(EmbeddedServer.OWNER))
            .load();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_same_migrations_are_not_compared_twice() {
        start("one text");
        start("one text");
        assertThat(asked).hasValue(1);
    }

    @Test
    void an_edited_one_a_new_one_and_those_of_an_older_program_are() {
        start("one text");
        start("another text");
        start("one text");
        assertThat(asked).hasValue(3);
    }

    @Test
    void those_that_failed_are_asked_for_again() {
        assertThatThrownBy(() -> DemoMigrations.migrate(
                        modules -> {
                            throw new IllegalStateException("as told");
                        },
                        flyway,
                        "one text"))
                .hasMessage("as told");
        start("one text");
        assertThat(asked).hasValue(1);
    }

    private void start(String files) {
        DemoMigrations.migrate(modules -> asked.incrementAndGet(), flyway, files);
    }
}
