package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.demo.GatewayProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker before a screen pays with the phone: the picture on the screen is what the phone reads. */
class PayByCodeJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private GatewayProcess counterpart;

    private Page screen;

    @BeforeEach
    void approved() {
        clock.set("2023-04-08T09:00:00");
        var file = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        screen = signedIn(Cast.WORKER, Chromium.DESK);
        screen.navigate("/charges/"
                + jdbc.sql("select number from payment.charge")
                        .query(String.class)
                        .single());
    }

    @AfterEach
    void asBefore() {
        counterpart.control("reset=1");
        screen.context().close();
    }

    @Test
    void the_code_is_scanned_paid_on_the_phone_and_the_screen_turns_by_itself() {
        press(screen, "微信支付 ¥365.00");
        assertThat(screen.locator("h2").first()).containsText("待支付");
        lookAtEveryWidth(screen, "code-01-screen");
        var phone = scanned();
        assertThat(phone.locator("h1")).hasText("确认支付");
        assertThat(phone.locator("main")).containsText("微信支付");
        lookAtEveryWidth(phone, "code-02-phone");
        press(phone, "模拟支付失败");
        assertThat(phone.locator(".wrong")).isVisible();
        assertThat(screen.locator(".gk-scan")).isVisible();
        press(phone, "确认支付 ¥365.00");
        assertThat(phone.locator("h1")).hasText("支付成功");
        lookAtEveryWidth(phone, "code-03-phone-paid");
        assertThat(screen.locator("h2").first()).containsText("已缴费");
        lookAtEveryWidth(screen, "code-04-screen-paid");
        phone.context().close();
    }

    @Test
    void a_message_that_is_lost_is_asked_for_by_who_does_not_wait() {
        counterpart.control("drop=1");
        press(screen, "微信支付 ¥365.00");
        var phone = scanned();
        press(phone, "确认支付 ¥365.00");
        assertThat(phone.locator("h1")).hasText("支付成功");
        screen.navigate(screen.url() + "/returned");
        assertThat(screen.locator("h2").first()).containsText("已缴费");
        phone.context().close();
    }

    @Test
    void a_channel_that_does_not_answer_leaves_the_payer_with_a_sentence_and_nothing_lost() {
        counterpart.control("fail=1");
        press(screen, "微信支付 ¥365.00");
        assertThat(screen.locator(".gk-scan")).hasCount(0);
        lookAtEveryWidth(screen, "code-05-unknown");
        assertThat(jdbc.sql("select state from payment.charge")
                        .query(String.class)
                        .single())
                .isEqualTo("UNKNOWN");
    }

    /** The phone before the screen. */
    private Page scanned() {
        var address = read(screen.locator(".gk-scan svg"));
        assertThat(address).startsWith(counterpart.url() + "/pay/");
        var phone = visitor(Chromium.PHONE);
        phone.navigate(address);
        return phone;
    }

    static String read(Locator picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException none) {
            throw new AssertionError("there is no code in the picture", none);
        } catch (ReaderException unreadable) {
            throw new AssertionError("the code cannot be read", unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
