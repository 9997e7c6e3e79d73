package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.junit.jupiter.api.Test;

/** 查找: a mistyped ID number is told beside its field and kept there, and no request and no address of the browser carries it. */
class SearchJourney extends BrowserTest {

    private static final String MISTYPED = "410305199001010019";

    @Test
    void a_mistyped_number_stays_in_its_field() {
        looksFor(Cast.UNIT, "/workers", "q");
        looksFor(Cast.UNIT, "/worker-records", "q");
        looksFor(Cast.UNIT, "/assistance", "q");
        looksFor(Cast.COUNTY, "/reviews", "term");
        looksFor(Cast.COUNTY, "/sanctions", "q");
        looksFor(Cast.COUNTY, "/administration/accounts", "q");
        looksFor(Cast.FINANCE, "/payment/refunds", "q");
        looksFor(Cast.FINANCE, "/payment/ledger", "transaction");
        looksFor(Cast.AUDITOR, "/administration/audit", "who");
    }

    private void looksFor(String who, String list, String name) {
        var page = signedIn(who, Chromium.DESK);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(list);
        page.fill("#f-" + name, MISTYPED);
        page.press("#f-" + name, "Enter");
        assertThat(page.locator("#e-" + name)).isVisible();
        assertThat(page.locator("#f-" + name)).hasValue(MISTYPED);
        lookAtEveryWidth(page, "search" + list.replace('/', '-') + "-" + name);
        for (var link : List.of("a[aria-current]", "main a")) {
            for (var one : page.locator(link).all()) {
                assertThat(one).not().hasAttribute("href", Pattern.compile(MISTYPED));
            }
        }
        asked.add(page.url());
        org.assertj.core.api.Assertions.assertThat(asked).noneMatch(address -> address.contains(MISTYPED));
        page.context().close();
    }
}
