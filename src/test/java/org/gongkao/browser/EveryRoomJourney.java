package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody opens every room that their navigation shows: it is there, in order, and fits a phone, a tablet and a desk. */
class EveryRoomJourney extends BrowserTest {

    @Test
    void the_public_rooms_are_in_order() {
        var page = visitor(Chromium.DESK);
        for (var path : List.of("/", "/sign-in", "/register")) {
            inOrderAtEveryWidth(page, path, "public");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Cast.WORKER,
                Cast.UNIT,
                Cast.DEPARTMENT,
                Cast.COUNTY,
                Cast.CITY,
                Cast.PROVINCE,
                Cast.ADMINISTRATOR,
                Cast.FINANCE,
                Cast.AUDITOR
            })
    void every_room_of_the_navigation_opens_and_is_in_order(String username) {
        var page = signedIn(username, Chromium.DESK);
        for (var path : rooms(page)) {
            inOrderAtEveryWidth(page, path, username);
        }
        page.context().close();
    }

    private static Set<String> rooms(Page page) {
        var paths = new LinkedHashSet<String>();
        paths.add(java.net.URI.create(page.url()).getPath());
        for (var link : page.locator(".gk-nav a").all()) {
            paths.add(link.getAttribute("href"));
        }
        return paths;
    }

    private void inOrderAtEveryWidth(Page page, String path, String who) {
        var answer = page.navigate(path);
        assertThat(answer.status()).as(path + " for " + who).isEqualTo(200);
        lookAtEveryWidth(page, who + path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", ""));
    }
}
