package org.gongkao.application;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 填报记录。What a file says, group by group, as JSON in its row. */
@Repository
public class Records {

    /** What the group's content was when a page showed it; see ItemFindings. */
    private static final String HASH =
            "encode(sha256(convert_to(coalesce(record -> :key, '{}')::text, 'UTF8')), 'hex')";

    private static final TypeReference<Map<String, Map<String, Object>>> RECORD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Records(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Map<FieldGroup, Filled> of(Application application) {
        return read(jdbc.sql("select record::text from application.application where id = :id")
                .param("id", application.id())
                .query(String.class)
                .single());
    }

    /** Reads a record as a row or a submission holds it. */
    public Map<FieldGroup, Filled> read(String record) {
        var groups = new EnumMap<FieldGroup, Filled>(FieldGroup.class);
        var stored = json.readValue(record, RECORD);
        for (var group : Sheets.groups()) {
            groups.put(group, filled(stored.getOrDefault(group.key(), Map.of())));
        }
        return groups;
    }

    /** The hash of a group as it is now: a page carries it, so that a second window's save is noticed. */
    public String seen(Application application, FieldGroup group) {
        return jdbc.sql("select " + HASH + " from application.application where id = :id")
                .param("key", group.key())
                .param("id", application.id())
                .query(String.class)
                .single();
    }

    /** Writes a group, or refuses when it is no longer as it was seen; answers with its new hash. */
    public String write(Application application, FieldGroup group, String seen, Filled filled, Instant at) {
        return jdbc.sql("""
                update application.application
                   set record = jsonb_set(record, array[:key], cast(:value as jsonb)), version = version + 1,
                       changed_at = :at
                 where id = :id and state = :state and
                """ + HASH + " = :seen returning " + HASH)
                .param("key", group.key())
                .param("value", json.writeValueAsString(stored(filled)))
                .param("at", Applications.time(at))
                .param("id", application.id())
                .param("state", application.state().name())
                .param("seen", seen)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.CHANGED_MEANWHILE));
    }

    /** {@code 3/S0201}: level and occupation as a page showed them. */
    public static String seenChoice(Application application) {
        return application.level().number() + "/" + application.occupation();
    }

    /** Writes level and occupation, or refuses when they are no longer as they were seen. */
    public void choose(Application application, String seen, Level level, String occupation, Instant at) {
        var rows = jdbc.sql("""
                update application.application
                   set level = :level, occupation = :occupation, version = version + 1, changed_at = :at
                 where id = :id and state = :state and level || '/' || occupation = :seen
                """)
                .param("level", level.number())
                .param("occupation", occupation)
                .param("at", Applications.time(at))
                .param("id", application.id())
                .param("state", application.state().name())
                .param("seen", seen)
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private static Map<String, Object> stored(Filled filled) {
        var stored = new LinkedHashMap<String, Object>(filled.values());
        if (!filled.rows().isEmpty()) {
            stored.put("rows", filled.rows());
        }
        return stored;
    }

    private Filled filled(Map<String, Object> stored) {
        var values = new TreeMap<String, String>();
        stored.forEach((name, value) -> {
            if (value instanceof String text) {
                values.put(name, text);
            }
        });
        var rows = json.convertValue(
                stored.getOrDefault("rows", List.of()), new TypeReference<List<Map<String, String>>>() {});
        return new Filled(values, rows);
    }
}
