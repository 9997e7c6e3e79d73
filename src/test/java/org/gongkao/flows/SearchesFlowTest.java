package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.person.NationalId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever looks for a person, and whatever was typed: no number of a person gets into an address. */
class SearchesFlowTest extends DatabaseTest {

    /** 查找。Who searches where, in which field, and what goes with it. */
    private record Search(String who, String path, String field, Map<String, String> more) {}

    private static final List<Search> ALL = List.of(
            new Search(Cast.UNIT, "/workers/search", "q", Map.of()),
            new Search(Cast.UNIT, "/worker-records/search", "q", Map.of()),
            new Search(Cast.UNIT, "/assistance/search", "q", Map.of("state", "READY")),
            new Search(Cast.UNIT, "/reviews/search", "term", Map.of("desk", "all")),
            new Search(Cast.COUNTY, "/reviews/search", "term", Map.of("desk", "mine")),
            new Search(Cast.COUNTY, "/sanctions/search", "q", Map.of()),
            new Search(Cast.COUNTY, "/administration/accounts/search", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/search", "q", Map.of("list", "/payment/refunds")),
            new Search(Cast.FINANCE, "/payment/search", "transaction", Map.of("list", "/payment/ledger")),
            new Search(Cast.AUDITOR, "/administration/audit/search", "key", Map.of("subject", "person")),
            new Search(Cast.AUDITOR, "/administration/audit/search", "key", Map.of()),
            new Search(Cast.AUDITOR, "/administration/audit/search", "who", Map.of()));

    /** Looks a certificate up and answers with it: it has no address at all. */
    private static final List<String> WITHOUT_ADDRESS = List.of("/certificates/search");

    /** Lists that take a text from the address, where they still find names. */
    private static final List<Search> ADDRESSED = List.of(
            new Search(Cast.UNIT, "/workers", "q", Map.of()),
            new Search(Cast.UNIT, "/worker-records", "q", Map.of()),
            new Search(Cast.UNIT, "/assistance", "q", Map.of()),
            new Search(Cast.COUNTY, "/reviews", "name", Map.of()),
            new Search(Cast.COUNTY, "/sanctions", "q", Map.of()),
            new Search(Cast.COUNTY, "/administration/accounts", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/refunds", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/transfers", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/discrepancies", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/receipts", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/ledger", "q", Map.of()),
            new Search(Cast.FINANCE, "/payment/close/differences", "q", Map.of()),
            new Search(Cast.AUDITOR, "/administration/audit", "who", Map.of()));

    private static final String NOBODYS = "41030519900101001" + check();

    private static final List<String> NUMBERS = List.of(
            NOBODYS,
            "410305199001010019".equals(NOBODYS) ? "410305199001010018" : "410305199001010019",
            "410305 1990 0101 0019",
            "41030519900101001",
            "4l0305l99001010019",
            "４１０３０５１９９００１０１００１９",
            "13912345678",
            "1391234567",
            "+86 139-1234-5678");

    private static final Pattern LINK = Pattern.compile("(?:href|action|hx-get)=\"([^\"]*)\"");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void every_search_of_the_house_is_in_this_test() {
        var searches = new TreeSet<String>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(path -> path.endsWith("/search"))
                        .forEach(searches::add));
        var known = new TreeSet<>(WITHOUT_ADDRESS);
        ALL.forEach(search -> known.add(search.path()));
        assertThat(searches).isEqualTo(known);
    }

    @Test
    void a_number_that_leads_to_nobody_is_kept_in_its_field_beside_a_sentence_and_stands_in_no_address() {
        for (var search : ALL) {
            for (var number : NUMBERS) {
                var answer = post(search, number);
                assertThat(answer).as(search + " " + number).hasStatus(422);
                assertThat(answer.getResponse().getRedirectedUrl()).isNull();
                var page = text(answer);
                assertThat(page)
                        .as(search + " " + number)
                        .contains("value=\"" + number + "\"")
                        .containsPattern("class=\"gk-wrong\" id=\"e-" + search.field() + "\"");
                assertThat(links(page)).as(search + " " + number).noneMatch(link -> carries(link, number));
            }
        }
    }

    @Test
    void a_number_that_somebody_wrote_into_an_address_goes_no_further() {
        for (var list : ADDRESSED) {
            for (var number : List.of(NOBODYS, "13912345678", whole())) {
                var page = text(mvc.get()
                        .uri(URI.create(list.path() + "?" + list.field() + "=" + encoded(number)))
                        .with(cast.as(list.who()))
                        .exchange());
                assertThat(links(page)).as(list + " " + number).noneMatch(link -> carries(link, number));
            }
        }
    }

    @Test
    void a_whole_number_leads_by_our_own_to_whose_it_is_and_only_whom_it_concerns() {
        long person = jdbc.sql("select person_id from worker.worker where unit_code = :unit")
                .param("unit", cast.actor(Cast.UNIT).office().code())
                .query(Long.class)
                .single();
        var workers = new Search(Cast.UNIT, "/workers/search", "q", Map.of());
        for (var typed : List.of(whole(), " " + whole() + " ", "13800000001", "138 0000 0001")) {
            assertThat(post(workers, typed)).as(typed).hasStatus(302).hasRedirectedUrl("/workers/" + person);
        }
        for (var elsewhere : List.of(
                new Search(Cast.CITY_UNIT, "/workers/search", "q", Map.of()),
                new Search(Cast.CITY_UNIT, "/worker-records/search", "q", Map.of()),
                new Search(Cast.OTHER_COUNTY, "/sanctions/search", "q", Map.of()),
                new Search(Cast.OTHER_COUNTY, "/reviews/search", "term", Map.of()))) {
            assertThat(sentence(post(elsewhere, whole()), elsewhere.field()))
                    .as("who is elsewhere reads like who is nowhere")
                    .isEqualTo(sentence(post(elsewhere, NOBODYS), elsewhere.field()))
                    .contains("没有找到");
        }
    }

    @Test
    void a_name_goes_on_in_the_address() {
        assertThat(post(new Search(Cast.UNIT, "/workers/search", "q", Map.of()), " 陈立民 "))
                .hasRedirectedUrl("/workers?q=" + encoded("陈立民"));
        assertThat(mvc.get().uri("/workers?q=陈立民").with(cast.as(Cast.UNIT)))
                .bodyText()
                .contains("找到 1 人", "value=\"陈立民\"");
        assertThat(post(new Search(Cast.UNIT, "/assistance/search", "q", Map.of("state", "READY")), "立"))
                .hasRedirectedUrl("/assistance?q=" + encoded("立") + "&state=READY");
        assertThat(post(new Search(Cast.COUNTY, "/administration/accounts/search", "q", Map.of()), "刘芳"))
                .hasRedirectedUrl("/administration/accounts?q=" + encoded("刘芳"));
        assertThat(post(new Search(Cast.AUDITOR, "/administration/audit/search", "who", Map.of("kind", "done")), "刘芳"))
                .hasRedirectedUrl("/administration/audit?kind=done&who=" + encoded("刘芳"));
        assertThat(post(new Search(Cast.COUNTY, "/reviews/search", "term", Map.of("desk", "mine")), "20230000001"))
                .hasRedirectedUrl("/reviews?desk=mine&name=20230000001");
    }

    private MvcTestResult post(Search search, String typed) {
        var request = mvc.post()
                .uri(search.path())
                .with(cast.as(search.who()))
                .with(csrf())
                .param(search.field(), typed);
        search.more().forEach(request::param);
        return request.exchange();
    }

    private static String sentence(MvcTestResult answer, String field) {
        assertThat(answer).hasStatus(422);
        var found = Pattern.compile("id=\"e-" + field + "\">(.*?)</p>", Pattern.DOTALL)
                .matcher(text(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static boolean carries(String link, String number) {
        var plain = java.net.URLDecoder.decode(link, StandardCharsets.UTF_8);
        return digits(plain).contains(digits(number));
    }

    private static String digits(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[^0-9]", "");
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String whole() {
        var digits = "41030519750618113";
        return digits + NationalId.complete(digits).masked().substring(17);
    }

    private static String check() {
        return NationalId.complete("41030519900101001").masked().substring(17);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
