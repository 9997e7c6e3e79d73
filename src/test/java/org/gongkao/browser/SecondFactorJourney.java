package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.MachineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** As in production: an office enrols a second factor with the code drawn on the page, and a worker is not asked. */
@TestPropertySource(properties = "gongkao.second-factor.required=true")
class SecondFactorJourney extends BrowserTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    private MachineClock machine;

    @Test
    void an_office_enrols_by_the_drawn_code_and_is_asked_from_then_on() throws Exception {
        var page = passwordOnly(Cast.COUNTY);
        page.waitForURL("**/sign-in/enrolment");
        lookAtEveryWidth(page, "account-enrolment");
        var secret = secretDrawn(page.getByRole(com.microsoft.playwright.options.AriaRole.IMG));
        page.fill("#f-code", "000000");
        page.press("#f-code", "Enter");
        assertThat(page.locator(".gk-wrong").innerText()).contains("动态口令不对");
        page.fill("#f-code", code(secret, -30));
        page.press("#f-code", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        var again = passwordOnly(Cast.COUNTY);
        again.waitForURL("**/sign-in/second-factor");
        lookAtEveryWidth(again, "account-second-factor");
        again.fill("#f-code", code(secret, 0));
        again.press("#f-code", "Enter");
        again.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Test
    void a_worker_is_not_asked() {
        passwordOnly(Cast.WORKER).waitForURL(url -> !url.contains("/sign-in"));
    }

    private Page passwordOnly(String username) {
        var page = visitor(Chromium.DESK);
        page.navigate("/sign-in");
        page.fill("#f-username", username);
        page.fill("#f-password", CastSeeds.PASSWORD);
        page.press("#f-password", "Enter");
        return page;
    }

    private static byte[] secretDrawn(Locator drawing) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(drawing.screenshot()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
        var secret = Pattern.compile("secret=([A-Z2-7]+)").matcher(text);
        assertThat(secret.find()).as(text).isTrue();
        var number = BigInteger.ZERO;
        for (char letter : secret.group(1).toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        var hex = String.format(Locale.ROOT, "%040x", number);
        return java.util.HexFormat.of().parseHex(hex);
    }

    private String code(byte[] secret, int seconds) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(secret, "HmacSHA1"), machine.instant().plusSeconds(seconds));
    }
}
