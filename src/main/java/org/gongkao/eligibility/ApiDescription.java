package org.gongkao.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkao.shared.Word;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 接口说明。The interface in OpenAPI 3.1, kept by hand but for the facts: names and words of these come out of the tables
 * that the reading itself uses, so that nothing is promised that the reading refuses.
 */
final class ApiDescription {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TEXT = JSON.writeValueAsString(document());

    private ApiDescription() {}

    static String text() {
        return TEXT;
    }

    private static ObjectNode document() {
        try (var kept = ApiDescription.class.getResourceAsStream("/openapi/eligibility.json")) {
            var document = (ObjectNode) JSON.readTree(Objects.requireNonNull(kept));
            ((ObjectNode) document.at("/components/schemas")).set("Facts", facts());
            return document;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode facts() {
        var schema = object("一个人的事实。没有写的和写 null 的都是“不知道”；不认识的名称一律拒绝。");
        var properties = schema.putObject("properties");
        for (var fact : Fact.values()) {
            properties.set(
                    fact.key(),
                    fact.kind() == FactKind.LIST
                            ? list(EntryShape.of(fact))
                            : value(fact.label(), fact.kind(), fact.words()));
        }
        return schema;
    }

    private static ObjectNode list(EntryShape shape) {
        var entry = object(shape.fact().label() + "的一项");
        var properties = entry.putObject("properties");
        for (var column : shape.columns()) {
            properties.set(column.key(), value(column.label(), column.kind(), column.words()));
        }
        var list = typed("array", shape.fact().label() + "；没有的写空列表").put("maxItems", FactsText.MOST_ENTRIES);
        list.set("items", entry);
        return list;
    }

    private static ObjectNode value(String label, FactKind kind, List<Word> words) {
        return switch (kind) {
            case TEXT ->
                typed("string", label + "，写名称或代码").put("minLength", 1).put("maxLength", FactsText.LONGEST_TEXT);
            case FLAG -> typed("boolean", label);
            case NUMBER -> typed("integer", label).put("minimum", 0).put("maximum", 9999);
            case DATE -> typed("string", label + "，写到年、月或日：2014、2014-12 或 2014-12-01");
            case WORD -> word(label, words);
            case LIST -> throw new IllegalArgumentException("a list inside a list");
        };
    }

    private static ObjectNode word(String label, List<Word> words) {
        var meanings =
                words.stream().map(word -> word.name() + " " + word.label()).collect(Collectors.joining("；"));
        var schema = JSON.createObjectNode().put("description", label + "：" + meanings);
        var names = schema.putArray("enum");
        words.forEach(word -> names.add(word.name()));
        names.addNull();
        return schema;
    }

    private static ObjectNode typed(String type, String description) {
        var schema = JSON.createObjectNode();
        schema.putArray("type").add(type).add("null");
        return schema.put("description", description);
    }

    private static ObjectNode object(String description) {
        return JSON.createObjectNode()
                .put("type", "object")
                .put("description", description)
                .put("additionalProperties", false);
    }
}
