package org.gongkao.application.closing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What officers do to reports, by the pages: each act sends what the page showed. */
final class Reports {

    static final String COUNTY = "/closings/410305";
    static final String CITY = "/closings/410300";

    private final MockMvcTester mvc;
    private final Cast cast;

    Reports(MockMvcTester mvc, Cast cast) {
        this.mvc = mvc;
        this.cast = cast;
    }

    MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult close(String who, String path) {
        return close(who, path, "王海");
    }

    /** The numbers stand in the page only while they may be sent; else nothing that was seen is sent. */
    MvcTestResult close(String who, String path, String responsible) {
        var body = body(who, path);
        return post(
                who,
                path + "/versions",
                "version",
                version(who, path),
                "figures",
                body.contains("name=\"figures\"") ? find(body, "name=\"figures\" value=\"([0-9a-f]{64})\"") : "",
                "responsible",
                responsible);
    }

    MvcTestResult stamp(String who, String path) {
        return mvc.post()
                .uri(path + "/scan")
                .multipart()
                .file(new MockMultipartFile("scan", "盖章汇总表.png", "image/png", png()))
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    MvcTestResult receive(String who, String path, String act, String reason) {
        return post(who, path + "/acts", "version", version(who, path), "act", act, "reason", reason);
    }

    /** As the page has it; 0 where it offers no act. */
    String version(String who, String path) {
        var body = body(who, path);
        return body.contains("name=\"version\"") ? find(body, "name=\"version\" value=\"(\\d+)\"") : "0";
    }

    String body(String who, String path) {
        try {
            return page(who, path).getResponse().getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(String body, String pattern) {
        var found = Pattern.compile(pattern).matcher(body);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in the page");
        }
        return found.group(1);
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
