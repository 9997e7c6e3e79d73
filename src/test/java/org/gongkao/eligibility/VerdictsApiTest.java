package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.PartialDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface, from an address that differs in each test so that the limit of one is not another's. */
class VerdictsApiTest extends DatabaseTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_TYPE = "application/json";
    private static int host = 1;

    @Autowired
    private AskingLimit limit;

    private String address = "";

    @BeforeEach
    void fromElsewhere() {
        address = "198.51.100." + host++;
    }

    @Test
    void the_example_of_the_page_comes_out_as_the_page_says() throws IOException {
        var blocks = new ArrayList<String>();
        var fence = Pattern.compile("(?s)```json\\n(.*?)```").matcher(Files.readString(Path.of("docs/api.md")));
        while (fence.find()) {
            blocks.add(fence.group(1));
        }
        var verdict = json(post(blocks.get(0)));
        assertThat(differences(JSON.readTree(blocks.get(1)), verdict)).isEmpty();
        var wanted = JSON.readTree(blocks.get(2));
        var condition = verdict.get("conditions")
                .valueStream()
                .filter(one -> one.get("id").equals(wanted.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(differences(wanted, condition)).isEmpty();
    }

    @Test
    void everybody_of_the_table_is_judged_here_as_the_table_says() throws IOException {
        var people = CasesTest.cases();
        var verdicts = json(post(people.stream()
                .map(one -> FactsText.write(Given.worker(one.facts())))
                .collect(Collectors.joining(",", "[", "]"))));
        assertThat(people).hasSizeGreaterThanOrEqualTo(150);
        assertThat(verdicts.size()).isEqualTo(people.size());
        for (int i = 0; i < people.size(); i++) {
            var verdict = verdicts.get(i);
            people.get(i)
                    .holds(
                            verdict.get("overall").asString(),
                            verdict.get("path").isNull()
                                    ? null
                                    : verdict.get("path").asString(),
                            verdict.get("earliestYear").isNull()
                                    ? null
                                    : verdict.get("earliestYear").asString(),
                            verdict.get("conditions")
                                    .valueStream()
                                    .map(one -> one.get("id").asString() + "="
                                            + one.get("result").asString())
                                    .toList());
        }
    }

    @Test
    void it_says_byte_for_byte_what_the_engine_says_and_makes_no_session() {
        var facts = Facts.NONE.with(Fact.STAFF, StaffKind.REGULAR).with(Fact.START_OF_WORK, PartialDate.year(2010));
        var answer = post(FactsText.write(facts));
        assertThat(answer).hasStatusOk().hasContentType(JSON_TYPE);
        var verdict = json(answer);
        assertThat(verdict.get("overall").asString()).isEqualTo("undetermined");
        assertThat(verdict.get("path").isNull()).isTrue();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(text(post("[" + FactsText.write(facts) + "]"))).isEqualTo("[" + text(answer) + "]");
    }

    @Test
    void a_name_that_is_no_fact_is_refused_with_its_name_and_its_place() {
        var answer = post(
                "[{\"level\":\"FOUR\"},{\"levle\":\"FOUR\",\"certificates\":[{\"lvl\":5}],\"birthDate\":\"soon\"}]");
        assertThat(answer).hasStatus(422).hasContentType("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("faults")
                        .valueStream()
                        .map(one -> one.get("path").asString()))
                .containsExactlyInAnyOrder("[1].levle", "[1].certificates[0].lvl", "[1].birthDate");
        assertThat(problem.get("faults").get(0).get("sentence").asString()).contains("没有名为“levle”的事实");
    }

    @Test
    void a_thousand_people_are_judged_in_their_order_and_one_more_is_refused() {
        var people = people(1_000);
        var answer = post(people);
        assertThat(answer).hasStatusOk();
        var verdicts = json(answer);
        assertThat(verdicts.size()).isEqualTo(1_000);
        assertThat(verdicts.get(0).get("overall").asString()).isNotEqualTo("ineligible");
        assertThat(verdicts.get(999).get("earliestYear").asInt()).isGreaterThan(2023);
        assertThat(post(people(1_001))).hasStatus(422);
        assertThat(text(post("[]"))).contains("一次提交 1 至 1000 人的事实");
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_sentence_each() {
        assertThat(post("{\"level\":")).hasStatus(400).bodyText().contains("不是有效的 JSON");
        assertThat(post("{\"level\":\"FOUR\",\"level\":\"FIVE\"}")).hasStatus(400);
        assertThat(post("\"FOUR\"")).hasStatus(422);
        assertThat(post("")).hasStatus(422);
        assertThat(send("{}", "text/plain")).hasStatus(415);
        assertThat(send("{}", "nonsense")).hasStatus(415);
        assertThat(send("{}", null)).hasStatus(415);
        assertThat(send("{}", "application/json;charset=UTF-8")).hasStatusOk();
        assertThat(post("{\"occupation\":\"" + " ".repeat(VerdictsController.LARGEST) + "\"}"))
                .hasStatus(413);
        assertThat(post("[".repeat(100_000))).hasStatus(400);
    }

    @Test
    void many_faults_are_counted_and_the_first_hundred_told() {
        var answer = post("[" + String.join(",", java.util.Collections.nCopies(150, "{\"x\":1}")) + "]");
        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("faults").size()).isEqualTo(100);
        assertThat(json(answer).get("detail").asString()).contains("共 150 处不对");
    }

    @Test
    void an_address_that_asks_too_much_is_told_how_long_to_wait() {
        assertThat(limit.verdicts(address, AskingLimit.VERDICTS - 10)).isEmpty();
        assertThat(post(people(10))).hasStatusOk();
        var refused = post("{}");
        assertThat(refused).hasStatus(429).hasContentType("application/problem+json");
        assertThat(Integer.parseInt(refused.getResponse().getHeader("Retry-After")))
                .isBetween(1, 60);
        assertThat(json(refused).get("detail").asString()).contains("秒再试");
    }

    @Test
    void the_description_names_every_fact_and_every_field_of_a_verdict() {
        var answer = mvc.get().uri("/v3/api-docs").exchange();
        assertThat(answer).hasStatusOk().hasContentType(JSON_TYPE);
        var schemas = json(answer).at("/components/schemas");
        assertThat(schemas.at("/Facts/properties").propertyNames())
                .containsExactlyElementsOf(
                        List.of(Fact.values()).stream().map(Fact::key).toList());
        assertThat(schemas.at("/Facts/properties/level/enum").toString()).contains("FOUR", "null");
        var verdict = json(post("{\"level\":\"FOUR\"}"));
        assertThat(names("", verdict)).isEqualTo(described("", schemas.get("Verdict")));
        var example = json(answer)
                .at("/paths/~1api~1eligibility~1verdicts/post/requestBody/content/application~1json/example");
        assertThat(post(example.toString())).hasStatusOk();
        var problem = json(post("{\"x\":1}"));
        assertThat(names("", problem)).isEqualTo(described("", schemas.get("Problem")));
    }

    private static TreeSet<String> names(String at, JsonNode node) {
        var names = new TreeSet<String>();
        if (node.isArray() && !node.isEmpty()) {
            names.addAll(names(at + "[]", node.get(0)));
        }
        node.propertyStream().forEach(property -> {
            var name = at + "." + property.getKey();
            names.add(name);
            names.addAll(names(name, property.getValue()));
        });
        return names;
    }

    private static TreeSet<String> described(String at, JsonNode schema) {
        var names = new TreeSet<String>();
        if (schema.has("items")) {
            names.addAll(described(at + "[]", schema.get("items")));
        }
        if (schema.has("properties")) {
            schema.get("properties").propertyStream().forEach(property -> {
                var name = at + "." + property.getKey();
                names.add(name);
                names.addAll(described(name, property.getValue()));
            });
        }
        return names;
    }

    private static List<String> differences(JsonNode wanted, JsonNode found) {
        return wanted.propertyStream()
                .filter(one -> !one.getValue().equals(found.get(one.getKey())))
                .map(one -> one.getKey() + " is " + found.get(one.getKey()))
                .toList();
    }

    /** The first has worked long enough for level four, the last has not. */
    private static String people(int count) {
        var people = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int year = i < count / 2 ? 2005 : 2018;
            people.add(
                    "{\"level\":\"FOUR\",\"occupation\":\"保管工\",\"startOfWork\":\"" + year + "\",\"certificates\":[]}");
        }
        return "[" + String.join(",", people) + "]";
    }

    private MvcTestResult post(String body) {
        return send(body, JSON_TYPE);
    }

    private MvcTestResult send(String body, @org.jspecify.annotations.Nullable String type) {
        var request = mvc.post().uri("/api/eligibility/verdicts").with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
        request.content(body.getBytes(StandardCharsets.UTF_8));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request.exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
