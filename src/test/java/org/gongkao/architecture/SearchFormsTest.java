package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An address is kept by browsers, proxies and logs: what may be somebody's number is never sent in one. */
class SearchFormsTest {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");

    private static final Pattern FIELD = Pattern.compile(
            "<input\\b[^>]*>|<textarea\\b[^>]*>|@template\\.shared\\.(?:field|area)\\((?:[^()]|\\([^()]*\\))*\\)");

    private static final Pattern NAME = Pattern.compile("\\bname ?= ?\"([^\"]*)\"");

    /** Fields with which nothing can be typed but a day or what was already there. */
    private static final Pattern HARMLESS = Pattern.compile("type ?= ?\"(hidden|date|checkbox|radio)\"");

    private static final Pattern NUMBER = Pattern.compile("身份证|证件|手机|电话|号码");

    /** Units are looked for here, by name or code; each other text that a form may put into an address needs a reason as good. */
    private static final List<String> OF_UNITS =
            List.of("application/roster/overview unit", "organisation/units term", "worker/myunit term");

    /** A text or a form of texts that a handler takes from what was sent. */
    private static final Pattern TYPED = Pattern.compile(
            "@RequestParam(?:\\([^)]*\\))? (?:@Nullable )?String (\\w+)|[( ]\\w+(?:Form|Filter) (\\w+)(?=[,)])");

    /** Parsed from what was typed: one of ours, or nothing. */
    private static final List<String> KINDS = List.of("kind.code()");

    private static final Pattern REDIRECT = Pattern.compile("\"redirect:[^;]*;");

    @Test
    void no_form_that_is_sent_in_an_address_has_a_field_for_the_number_of_a_person() {
        var typed = new TreeSet<String>();
        var wrong = new ArrayList<String>();
        forms().forEach(form -> {
            if (isPost(form.attributes())) {
                return;
            }
            FIELD.matcher(form.content())
                    .results()
                    .map(found -> found.group())
                    .filter(field -> !HARMLESS.matcher(field).find())
                    .forEach(field -> {
                        typed.add(form.template() + " " + name(field));
                        if (NUMBER.matcher(field).find()) {
                            wrong.add(form.template() + ": " + field);
                        }
                    });
        });
        assertThat(wrong).as("fields for a number in a form by get").isEmpty();
        assertThat(typed).as("texts that a form puts into an address").containsExactlyElementsOf(OF_UNITS);
    }

    @Test
    void every_field_for_the_number_of_a_person_stands_in_a_form_that_posts() {
        var wrong = new ArrayList<String>();
        for (var file : Sources.under(Sources.TEMPLATES, ".jte")) {
            var outside = FORM.matcher(Sources.text(file)).replaceAll("");
            FIELD.matcher(outside)
                    .results()
                    .map(found -> found.group())
                    .filter(field -> NUMBER.matcher(field).find())
                    .forEach(field -> wrong.add(file + ": " + field));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_button_does_not_change_how_a_form_is_sent_and_no_part_of_a_page_is_asked_for_with_what_was_typed() {
        var sneaking =
                Pattern.compile("formmethod|hx-include|hx-vals|hx-params|hx-boost|hx-get=\"[^\"]*\"[^>]*<(input|form)");
        var fetching = Pattern.compile("<(\\w+)\\b[^>]*\\bhx-get\\b");
        var wrong = new ArrayList<String>();
        for (var file : Sources.under(Sources.TEMPLATES, ".jte")) {
            var text = Sources.text(file);
            if (sneaking.matcher(text).find()) {
                wrong.add(file.toString());
            }
            fetching.matcher(text)
                    .results()
                    .filter(found -> !found.group(1).equals("div"))
                    .forEach(found -> wrong.add(file + ": " + found.group()));
        }
        assertThat(wrong)
                .as("htmx sends the fields of a form and of what is in it")
                .isEmpty();
        assertThat(Sources.text(java.nio.file.Path.of("src/main/resources/static/assets/gongkao.js")))
                .doesNotContain("location.search", ".method = ");
    }

    /** Typed text goes into an address by {@code Address} alone: concatenated it would bring its own filters, or another page. */
    @Test
    void no_controller_leads_to_an_address_with_typed_text_in_it_as_it_was_typed() {
        var wrong = new ArrayList<String>();
        for (var file : Sources.java()) {
            var text = Sources.text(file);
            if (!text.contains("\"redirect:")) {
                continue;
            }
            var typed = TYPED.matcher(text)
                    .results()
                    .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                    .distinct()
                    .toList();
            REDIRECT.matcher(text)
                    .results()
                    .map(found -> found.group())
                    .filter(address -> typed.stream()
                            .anyMatch(name -> Pattern.compile("\\+\\s*" + name + "(?:\\.\\w+\\(\\))*\\s*[+;)]")
                                    .matcher(address)
                                    .find()))
                    .filter(address -> KINDS.stream().noneMatch(address::contains))
                    .forEach(address -> wrong.add(file.getFileName() + ": " + address));
        }
        assertThat(wrong).isEmpty();
    }

    /** 表单。One form of a template: its own attributes, and what stands in it. */
    private record Form(String template, String attributes, String content) {}

    private static Stream<Form> forms() {
        return Sources.under(Sources.TEMPLATES, ".jte").stream()
                .flatMap(file -> FORM.matcher(Sources.text(file))
                        .results()
                        .map(found -> new Form(
                                Sources.TEMPLATES.relativize(file).toString().replace(".jte", ""),
                                found.group(1),
                                found.group(2))));
    }

    private static boolean isPost(String attributes) {
        return attributes.toLowerCase(java.util.Locale.ROOT).contains("method=\"post\"");
    }

    private static String name(String field) {
        Matcher name = NAME.matcher(field);
        return name.find() ? name.group(1) : field;
    }
}
