package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gongkao.RunningTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** The running program and a Chromium before it. Skipped, with a line in the report, where no Chromium is installed. */
@EnabledIf("org.gongkao.browser.Chromium#isInstalled")
abstract class BrowserTest extends RunningTest {

    /** Whether the button is one of a form that the browser itself sends: one with a chosen file goes by the page's script. */
    private static final String SENDS = """
            b => b.type === 'submit' && b.form !== null && !b.form.matches('[hx-post], [hx-get], [data-gk-sent]')
              && !(b.form.matches('[data-gk-upload]') && [...b.form.querySelectorAll('input[type=file]')].some(f => f.files.length))
            """;

    /** Gone once the answer to an upload has taken the place of the page that it was sent from. */
    private static final String UPLOADING = "progress[aria-label='正在上传']";

    protected static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.ofAllJourneys();
    }

    @AfterEach
    void leave() {
        chromium.leave();
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

    /**
     * Presses the button of this name (a pattern; its key may stand behind it) and waits for what it sends: who goes on at
     * once takes back what is still on its way.
     */
    protected static void press(Page page, String label) {
        press(page, button(page, label));
    }

    /** Where the menu has a button of the same name before it. */
    protected static void pressLast(Page page, String label) {
        press(page, button(page, label).last());
    }

    protected static Locator button(Page page, String label) {
        var name = Pattern.compile("^" + label + "( [A-Z])?$");
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    protected static void press(Page page, Locator button) {
        if (Boolean.TRUE.equals(button.evaluate(SENDS))) {
            page.waitForResponse(BrowserTest::isPage, button::click);
            page.waitForLoadState();
        } else {
            button.click();
            assertThat(page.locator(UPLOADING)).hasCount(0);
        }
    }

    private static boolean isPage(Response response) {
        return response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400);
    }

    /** The page as it stands: a picture, and nothing to object to. */
    protected void look(Page page, String name) {
        Chromium.picture(page, name);
        chromium.assertInOrder(page);
    }

    /** The same at the house's three widths. */
    protected void lookAtEveryWidth(Page page, String name) {
        chromium.assertInOrderAtEveryWidth(page, name);
    }
}
