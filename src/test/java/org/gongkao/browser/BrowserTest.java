package org.gongkao.browser;

import com.microsoft.playwright.Page;
import org.gongkao.RunningTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** The running program and a Chromium before it. Skipped, with a line in the report, where no Chromium is installed. */
@EnabledIf("org.gongkao.browser.Chromium#isInstalled")
abstract class BrowserTest extends RunningTest {

    protected static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** Somebody at a screen of this width who has not signed in. */
    protected Page visitor(int width) {
        return chromium.visitor(width, address(), true);
    }

    /** One of the cast, signed in through the page. */
    protected Page signedIn(String username, int width) {
        var page = visitor(width);
        page.navigate("/sign-in");
        page.fill("#f-username", username);
        page.fill("#f-password", CastSeeds.PASSWORD);
        page.press("#f-password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
