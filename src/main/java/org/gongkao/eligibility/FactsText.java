package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Faults;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 事实文本。Facts as JSON. Reading refuses every name that is not a fact and every value that a fact cannot have, all at once;
 * null is unknown. Writing has one form only, so that a stored text can be hashed and compared byte for byte.
 */
public final class FactsText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    static final int LONGEST_TEXT = 60;
    static final int MOST_ENTRIES = 50;

    private final Faults faults = new Faults();

    private FactsText() {}

    /** Reads one object; refuses with {@link org.gongkao.shared.InvalidInput}, each fault under its JSON path. */
    public static Facts read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException unreadable) {
            new Faults().add("", "内容不是有效的 JSON，或有重复的项目，请核对后重新提交。").refuse();
            return Facts.NONE;
        }
    }

    public static Facts read(JsonNode object) {
        var reading = new FactsText();
        var facts = reading.facts(object);
        reading.faults.refuse();
        return facts;
    }

    public static String write(Facts facts) {
        var json = new Json().open('{');
        facts.known().forEach((fact, value) -> {
            json.key(fact.key());
            if (value instanceof List<?> list) {
                json.open('[');
                list.forEach(entry -> write(json, EntryShape.of(fact), (Entry) entry));
                json.close(']');
            } else {
                json.value(value);
            }
        });
        return json.close('}').toString();
    }

    private static void write(Json json, EntryShape shape, Entry entry) {
        json.open('{');
        for (var column : shape.columns()) {
            var value = column.value().apply(entry);
            if (value != null) {
                json.key(column.key()).value(value);
            }
        }
        json.close('}');
    }

    private Facts facts(JsonNode object) {
        var facts = new EnumMap<Fact, Object>(Fact.class);
        if (!object.isObject()) {
            faults.add("", "此处应为一个对象，其中每一项是一条事实。");
            return Facts.NONE;
        }
        for (var property : object.properties()) {
            var fact = Fact.of(property.getKey());
            if (fact.isEmpty()) {
                faults.add(property.getKey(), "没有名为“" + shortened(property.getKey()) + "”的事实，请对照接口说明核对名称。");
            } else if (!property.getValue().isNull()) {
                var value = value(fact.get(), property.getValue());
                if (value != null) {
                    facts.put(fact.get(), value);
                }
            }
        }
        return Facts.of(facts);
    }

    private @Nullable Object value(Fact fact, JsonNode node) {
        return fact.kind() == FactKind.LIST
                ? list(EntryShape.of(fact), node)
                : scalar(fact.key(), fact.label(), fact.kind(), fact.words(), node);
    }

    private @Nullable List<Entry> list(EntryShape shape, JsonNode node) {
        var key = shape.fact().key();
        if (!node.isArray() || node.size() > MOST_ENTRIES) {
            faults.add(key, shape.fact().label() + "应为列表，最多 " + MOST_ENTRIES + " 项；没有的写空列表。");
            return null;
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < node.size(); i++) {
            entry(shape, key + "[" + i + "]", node.get(i)).ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Entry> entry(EntryShape shape, String path, JsonNode node) {
        if (!node.isObject()) {
            faults.add(path, shape.fact().label() + "的每一项应为一个对象。");
            return Optional.empty();
        }
        for (var name : node.propertyNames()) {
            if (shape.columns().stream().noneMatch(column -> column.key().equals(name))) {
                faults.add(path + "." + name, shape.fact().label() + "中没有名为“" + shortened(name) + "”的项目，请对照接口说明核对名称。");
            }
        }
        var values = new ArrayList<@Nullable Object>();
        for (var column : shape.columns()) {
            var child = node.get(column.key());
            values.add(
                    child == null || child.isNull()
                            ? null
                            : scalar(path + "." + column.key(), column.label(), column.kind(), column.words(), child));
        }
        return Optional.of(shape.make(values));
    }

    private @Nullable Object scalar(String path, String label, FactKind kind, List<Word> words, JsonNode node) {
        Object value = switch (kind) {
            case TEXT -> text(node);
            case FLAG -> node.isBoolean() ? node.asBoolean() : null;
            case NUMBER -> node.isInt() && node.asInt() >= 0 && node.asInt() <= 9999 ? node.asInt() : null;
            case DATE -> node.isString() ? PartialDate.parse(node.asString()).orElse(null) : null;
            case WORD -> word(words, node);
            case LIST -> null;
        };
        if (value == null) {
            faults.add(path, label + "的值不对：" + expected(kind, words) + "。");
        }
        return value;
    }

    private static @Nullable String text(JsonNode node) {
        var text = node.isString() ? node.asString().strip() : "";
        boolean plain = text.codePoints().noneMatch(Character::isISOControl);
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_TEXT && plain ? text : null;
    }

    private static @Nullable Word word(List<Word> words, JsonNode node) {
        var text = node.isString() ? node.asString() : node.isInt() ? String.valueOf(node.asInt()) : "";
        return words.stream().filter(word -> word.isCalled(text)).findFirst().orElse(null);
    }

    private static String expected(FactKind kind, List<Word> words) {
        return switch (kind) {
            case TEXT -> "应为 1 至 " + LONGEST_TEXT + " 个字";
            case FLAG -> "应为 true 或 false";
            case NUMBER -> "应为 0 至 9999 的整数";
            case DATE -> "应为 2014、2014-12 或 2014-12-01 这样的日期";
            case WORD ->
                "可用的有 " + String.join("、", words.stream().map(Word::name).toList());
            case LIST -> "应为列表";
        };
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_TEXT ? name : name.substring(0, LONGEST_TEXT) + "…";
    }
}
