package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.gongkao.ForeignWords;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium, driven by Playwright; nothing is downloaded. Each visitor has a context of its own. What the browser
 * itself complains of (a script's error, a breach of the policy) fails the test that looks.
 */
final class Chromium implements AutoCloseable {

    static final int PHONE = 360;
    static final int TABLET = 768;
    static final int DESK = 1440;

    /** The smallest phone that is about, the house's three, and a small laptop. */
    private static final List<Integer> WIDTHS = List.of(320, PHONE, TABLET, 1024, DESK);

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** What a browser on a phone calls itself; who pays is led another way there. */
    private static final String PHONES_NAME =
            "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

    /** Names what stands out, so that nobody has to search. */
    private static final String WIDER_THAN_THE_SCREEN = """
            [...document.querySelectorAll('body *')]
              .filter(e => {
                const content = document.createRange();
                content.selectNodeContents(e);
                return Math.max(e.getBoundingClientRect().right, content.getBoundingClientRect().right)
                    > document.documentElement.clientWidth + 1;
              })
              .map(e => e.tagName + '.' + e.className).slice(0, 12).join(' | ')
            """;

    /**
     * Half a megabyte: a page is given it once, not for each width. And only what is objected to comes back: its own
     * {@code AxeBuilder} sends it twice each time and reads all that is in order, a quarter of the work of opening every room.
     */
    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    private static final String VIOLATIONS = """
            () => axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              resultTypes: ['violations']
            }).then(found => found.violations.flatMap(rule =>
              rule.nodes.map(node => rule.help + ': ' + node.html + ' ' + node.failureSummary)))
            """;

    /** How far the page goes beyond its window, once it stands still after a change of width. */
    private static final String SIDEWAYS = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
              done(document.documentElement.scrollWidth - document.documentElement.clientWidth))))
            """;

    private static @Nullable Chromium ofAllJourneys;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    /** One for a run, which ends with it; one that died has a successor. */
    static Chromium ofAllJourneys() {
        var running = ofAllJourneys;
        if (running == null || !running.browser.isConnected()) {
            running = start();
            ofAllJourneys = running;
        }
        return running;
    }

    static Chromium start() {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setEnv(inChinese())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--lang=zh-CN",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--font-render-hinting=none")));
        return new Chromium(playwright, browser);
    }

    /** Chromium takes the words of its own controls (dates, files) from here. */
    private static java.util.Map<String, String> inChinese() {
        var environment = new java.util.HashMap<>(System.getenv());
        environment.put("LANGUAGE", "zh_CN");
        return environment;
    }

    /** Somebody at a screen of this width; a phone has a screen of double density. */
    Page visitor(int width) {
        return visitor(width, "http://localhost", true);
    }

    Page visitor(int width, String address, boolean script) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setJavaScriptEnabled(script)
                .setLocale("zh-CN")
                .setTimezoneId("America/New_York")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(width, width < TABLET ? 760 : 900);
        if (width < TABLET) {
            options.setUserAgent(PHONES_NAME);
        }
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /** The page as it stands, for the eye: {@code target/screenshots/name-360.png}. Takes its time: only where it is asked for. */
    static void picture(Page page, String name) {
        if (!Boolean.getBoolean("gongkao.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + page.viewportSize().width + ".png")));
    }

    /** The page as it stands, at the three widths of the house. */
    static void pictures(Page page, String name) {
        atEach(List.of(PHONE, TABLET, DESK), page, width -> picture(page, name));
    }

    /** Nothing to be found by axe (A, AA, 2.2), no sideways scroll at any width, one heading of the first rank, no complaint of the browser. */
    void assertInOrder(Page page) {
        assertAccessible(page);
        atEach(WIDTHS, page, width -> assertFits(page, width));
    }

    /** The same, accessible on the phone and at the desk, with pictures at the three widths of the house: one walk through all widths. */
    void assertInOrderAtEveryWidth(Page page, String name) {
        atEach(WIDTHS, page, width -> {
            assertFits(page, width);
            if (width == PHONE || width == TABLET || width == DESK) {
                picture(page, name);
            }
            if (width == PHONE || width == DESK) {
                assertAccessible(page);
            }
        });
    }

    private static void atEach(List<Integer> widths, Page page, IntConsumer look) {
        var was = page.viewportSize();
        for (int width : widths) {
            page.setViewportSize(width, width < TABLET ? 760 : 900);
            look.accept(width);
        }
        page.setViewportSize(was.width, was.height);
    }

    private void assertAccessible(Page page) {
        if (Boolean.TRUE.equals(page.evaluate("typeof axe === 'undefined'"))) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS))
                .as(() -> "accessibility of " + page.url())
                .isEmpty();
        assertThat(ForeignWords.inPage(page.content()))
                .as(() -> "Latin words at " + page.url())
                .isEmpty();
        assertThat(page.locator("h1").count()).as("h1 of " + page.url()).isEqualTo(1);
        assertThat(complaints).as("complaints of the browser at " + page.url()).isEmpty();
    }

    private static void assertFits(Page page, int width) {
        assertThat((Integer) page.evaluate(SIDEWAYS))
                .as(() -> "sideways scroll of %s at %d: %s"
                        .formatted(page.url(), width, page.evaluate(WIDER_THAN_THE_SCREEN)))
                .isZero();
    }

    /** Closes all windows: the next journey begins without them. What was complained of after the last look fails this one. */
    void leave() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        var last = List.copyOf(complaints);
        complaints.clear();
        assertThat(last).as("complaints of the browser").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
