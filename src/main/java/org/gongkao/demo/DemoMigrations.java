package org.gongkao.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * 演示库的升级。Seventeen modules' histories are read and compared at each start, a quarter of it. The database notes with which
 * migrations, letter by letter, that came out right; with the very same ones it is not done again.
 */
@Component
@Profile("demo")
final class DemoMigrations implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof FlywayMigrationStrategy modules
                ? (FlywayMigrationStrategy) flyway -> migrate(modules, flyway, files())
                : bean;
    }

    static void migrate(FlywayMigrationStrategy modules, Flyway flyway, String files) {
        try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
            if (files.equals(noted(owner))) {
                return;
            }
            modules.migrate(searching(flyway));
            note(owner, files);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say which migrations it had", e);
        }
    }

    /**
     * Worked out ahead, Boot's Flyway looks into the one folder that was known then, and the modules' migrations are not told
     * apart (<a href="https://github.com/spring-projects/spring-modulith/issues/1751">spring-modulith 1751</a>).
     */
    private static Flyway searching(Flyway flyway) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .resourceProvider(null)
                .load();
    }

    private static @Nullable String noted(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var found = statement.executeQuery(
                        "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()")) {
            found.next();
            return found.getString(1);
        }
    }

    private static void note(Connection owner, String files) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("comment on database \"" + owner.getCatalog() + "\" is '" + files + "'");
        }
    }

    /** Path and text of every migration that this program has, as one hash. */
    private static String files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/**/*.sql");
            var texts = new TreeMap<String, String>();
            for (var file : found) {
                var path = file.getURL().getPath();
                texts.put(path.substring(path.lastIndexOf("db/migration/")), file.getContentAsString(UTF_8));
            }
            return Sha256.of(texts.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
