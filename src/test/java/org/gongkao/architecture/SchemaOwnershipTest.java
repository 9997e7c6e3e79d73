package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SQL names its own schema; of another module it reads the published views, {@code <schema>.v_*}, and nothing else. */
class SchemaOwnershipTest {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private static final Pattern SQL = Pattern.compile(
            "\\b(select|insert\\s+into|update|delete\\s+from|with|truncate)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|using|table)\\s+(?:only\\s+)?([a-z_]+)\\.([a-z_0-9]+)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void sql_in_java_reads_and_writes_its_own_schema() {
        var schemas = schemas();
        var wrong = new ArrayList<String>();
        for (var file : Sources.java()) {
            var module = Sources.module(file);
            if (module.equals("demo")) {
                continue; // seeds for trials, absent from the product
            }
            var literals = LITERAL.matcher(Sources.text(file));
            while (literals.find()) {
                var text = literals.group(1) != null ? literals.group(1) : literals.group(2);
                if (SQL.matcher(text).find()) {
                    foreign(text, module, schemas).forEach(table -> wrong.add(file + ": " + table));
                }
            }
        }
        assertThat(wrong).as("tables of another module").isEmpty();
    }

    @Test
    void migrations_create_in_their_own_schema() {
        var create = Pattern.compile(
                "\\b(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?(?:table|view|function|sequence)\\s+"
                        + "(?:if\\s+(?:not\\s+)?exists\\s+)?([a-z_]+)\\.",
                Pattern.CASE_INSENSITIVE);
        var wrong = new ArrayList<String>();
        for (var file : Sources.under(Sources.MIGRATIONS, ".sql")) {
            var module = Sources.MIGRATIONS.relativize(file).getName(0).toString();
            if (module.equals("__root")) {
                continue;
            }
            var created = create.matcher(Sources.text(file));
            while (created.find()) {
                if (!created.group(1).equals(module)) {
                    wrong.add(file + ": " + created.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> foreign(String sql, String module, Set<String> schemas) {
        var found = new HashSet<String>();
        var tables = TABLE.matcher(sql);
        while (tables.find()) {
            var schema = tables.group(1);
            if (schemas.contains(schema)
                    && !schema.equals(module)
                    && !tables.group(2).startsWith("v_")) {
                found.add(schema + "." + tables.group(2));
            }
        }
        return found;
    }

    private static Set<String> schemas() {
        var schemas = new HashSet<String>();
        Sources.under(Sources.MIGRATIONS, ".sql").stream()
                .map(file -> Sources.MIGRATIONS.relativize(file).getName(0))
                .map(Path::toString)
                .forEach(schemas::add);
        return schemas;
    }
}
