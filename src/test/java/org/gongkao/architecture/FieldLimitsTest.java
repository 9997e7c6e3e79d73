package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Everyone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every text that a form of the house takes has its limit on the server, whatever the page's own one says. */
class FieldLimitsTest extends DatabaseTest {

    /** What no field is made for: ten thousand characters, with one that the database does not take. */
    private static final String MUCH = "长".repeat(5_000) + "\u0000" + "长".repeat(5_000);

    private static final Pattern FIELD = Pattern.compile(
            "(?:@template\\.shared\\.(?:field|area|seek)\\(|<input|<textarea)[^>]*?\\bname ?= ?\"([^\"$]+)\"");

    /** What decides which way a form goes: without it nothing is read any further. */
    private static final Map<String, List<String>> BUTTONS = Map.of(
            "/reviews/{number}",
            List.of("approve", "return", "reject", "remind", "remark", "consent", "uphold", "reopen", "note"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private GivenFile given;

    @Test
    void what_is_far_too_long_breaks_nothing_and_is_stored_nowhere() {
        var number = given.inReview(
                cast.actor(Cast.WORKER),
                cast.actor(Cast.UNIT).office().code(),
                cast.actor(Cast.COUNTY),
                clock.instant());
        var keys = keys(number);
        var wrong = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.gongkao.")
                    || mapping.getMethodsCondition().getMethods().stream()
                            .noneMatch(one -> one.asHttpMethod() == HttpMethod.POST)) {
                return;
            }
            for (var pattern : mapping.getPatternValues()) {
                for (var persona : personas(handler)) {
                    for (var act : BUTTONS.getOrDefault(pattern, List.of(""))) {
                        var status = post(address(pattern, keys), act, handler, persona);
                        if (status >= 500) {
                            wrong.add(persona + " at " + pattern + " " + act + ": " + status);
                        }
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(holdingMuch())
                .as("columns that took more than any field has")
                .isEmpty();
    }

    private int post(String address, String act, HandlerMethod handler, String persona) {
        try {
            var parts = Arrays.stream(handler.getMethodParameters())
                    .filter(FieldLimitsTest::isFile)
                    .toList();
            var form = new TreeMap<String, String>();
            texts(handler).forEach(name -> form.put(name, MUCH));
            form.put("act", act.isEmpty() ? MUCH : act);
            form.put("until", "2023-03-25");
            for (var parameter : handler.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestParam.class) && isNumber(parameter.getParameterType())) {
                    form.put(name(parameter), "0");
                }
            }
            if (parts.isEmpty()) {
                var request = MockMvcRequestBuilders.post(address).with(csrf());
                form.forEach(request::param);
                return mvc.perform(persona.isEmpty() ? request : request.with(cast.as(persona)))
                        .getResponse()
                        .getStatus();
            }
            var request = MockMvcRequestBuilders.multipart(address);
            for (var part : parts) {
                request.file(new org.springframework.mock.web.MockMultipartFile(
                        name(part), "名\u0000单.csv", "text/csv", "甲,乙\n".getBytes(StandardCharsets.UTF_8)));
            }
            form.forEach(request::param);
            request.with(csrf());
            return mvc.perform(persona.isEmpty() ? request : request.with(cast.as(persona)))
                    .getResponse()
                    .getStatus();
        } catch (RuntimeException thrown) {
            throw new AssertionError(address + " by " + persona, thrown);
        }
    }

    /** The names of the handler's own parameters, and of all fields in the templates of its module. */
    private static Set<String> texts(HandlerMethod handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class) && parameter.getParameterType() == String.class) {
                names.add(name(parameter));
            } else if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .filter(one -> one.getType() == String.class)
                        .forEach(one -> names.add(one.getName()));
            }
        }
        var module = handler.getBeanType()
                .getPackageName()
                .replaceFirst("org\\.gongkao\\.", "")
                .replace('.', '/');
        var folder = Sources.TEMPLATES.resolve(module);
        if (java.nio.file.Files.isDirectory(folder)) {
            Sources.under(folder, ".jte")
                    .forEach(file -> FIELD.matcher(Sources.text(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(names::add));
        }
        names.removeAll(Set.of("version", "newest", "after", "_csrf"));
        return names;
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked == null || asked.value().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.value();
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == long.class || Number.class.isAssignableFrom(type);
    }

    private static boolean isFile(MethodParameter parameter) {
        return MultipartFile.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType())
                || parameter.getGenericParameterType().getTypeName().contains("MultipartFile");
    }

    /** Things that are there, as far as the cast brings them. */
    private Map<String, String> keys(String number) {
        var worker = cast.actor(Cast.WORKER);
        var unit = cast.actor(Cast.UNIT).office().code();
        return Map.of(
                "{number}",
                number,
                "{person}",
                String.valueOf(worker.person()),
                "{unitCode}",
                unit,
                "{agencyCode}",
                "410305",
                "{account}",
                String.valueOf(worker.account()));
    }

    private static String address(String pattern, Map<String, String> keys) {
        var address = pattern;
        for (var key : keys.entrySet()) {
            address = address.replace(key.getKey(), key.getValue());
        }
        if (pattern.contains("/units/") || pattern.contains("/departments/")) {
            address = address.replace("{code}", keys.get("{unitCode}"));
        }
        return address.replace("{page}", "1").replaceAll("\\{[^}]+}", "1");
    }

    private List<String> personas(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Everyone.class)) {
            return List.of("");
        }
        var allowed = handler.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        }
        if (allowed == null) {
            return List.of("");
        }
        var roles = Set.of(allowed.value());
        Predicate<String> may = persona -> roles.contains(cast.actor(persona).role());
        return Stream.of(
                        Cast.WORKER,
                        Cast.UNIT,
                        Cast.DEPARTMENT,
                        Cast.COUNTY,
                        Cast.CITY,
                        Cast.PROVINCE,
                        Cast.ADMINISTRATOR,
                        Cast.FINANCE,
                        Cast.AUDITOR)
                .filter(may)
                .toList();
    }

    /** Every column of text in the database, asked for a run of the sign that was sent. */
    private List<String> holdingMuch() {
        var columns = jdbc.sql("""
                        select table_schema || '.' || table_name || ' ' || column_name
                          from information_schema.columns
                         where table_schema not in ('pg_catalog', 'information_schema') and is_updatable = 'YES'
                           and (data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY'))
                        """).query(String.class).list();
        var holding = new ArrayList<String>();
        for (var column : columns) {
            var parts = column.split(" ");
            if (jdbc.sql("select exists (select 1 from " + parts[0] + " where " + parts[1]
                            + "::text like '%' || repeat('长', 1001) || '%')")
                    .query(Boolean.class)
                    .single()) {
                holding.add(column);
            }
        }
        assertThat(columns).hasSizeGreaterThan(100);
        return holding;
    }
}
