package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of one file as somebody of the cast fills it in, from the worker's home or the clerk's: {@code at}. */
abstract class FillingTest extends DatabaseTest {

    private static final Pattern BOX = Pattern.compile("name=\"(confirmation\\.[^\"]+)\" value=\"([^\"]+)\"");

    @Autowired
    protected Applications applications;

    protected MvcTestResult get(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    protected MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    protected MvcTestResult saveSection(String who, String at, String seen, String group, String... typed) {
        return post(who, at + "/sections/" + group, with("version", seen, typed));
    }

    protected MvcTestResult upload(String who, String at, String kind, String name, byte[] content) {
        return mvc.post()
                .uri(at + "/materials/" + kind)
                .multipart()
                .file(new MockMultipartFile("material." + kind, name, "image/jpeg", content))
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    protected MvcTestResult handIn(String who, int version, String... confirmed) {
        var boxes = boxes(get(who, "/application/submission"));
        var ticked = new String[confirmed.length * 2];
        for (int i = 0; i < confirmed.length; i++) {
            ticked[2 * i] = "confirmation." + confirmed[i];
            ticked[2 * i + 1] = boxes.getOrDefault(ticked[2 * i], "true");
        }
        return post(who, "/application/submission", with("version", "" + version, ticked));
    }

    /** What a browser sends for each box of the page, once it is ticked. */
    static Map<String, String> boxes(MvcTestResult page) {
        try {
            var boxes = new LinkedHashMap<String, String>();
            BOX.matcher(page.getResponse().getContentAsString())
                    .results()
                    .forEach(box -> boxes.put(box.group(1), box.group(2)));
            return boxes;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String[] with(String name, String value, String... fields) {
        var all = new String[fields.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return all;
    }

    protected void fillEverything(String who, String at) throws IOException {
        saveSection(who, at, seen("person"), "person", "person.ethnicGroup", "汉族", "person.retired", "NO");
        saveSection(
                who,
                at,
                seen("post"),
                "post",
                "post.staff",
                "REGULAR",
                "post.postKind",
                "SKILLED_LABOUR",
                "post.interrupted",
                "NO",
                "post.away",
                "NO",
                "post.post",
                "公路养护",
                "post.startOfWork",
                "2004.9",
                "post.occupationSince",
                "2004");
        saveSection(
                who,
                at,
                seen("certificates"),
                "certificates",
                "certificates[0].occupation",
                "公路养护工",
                "certificates[0].level",
                "4",
                "certificates[0].issued",
                "2016-12");
        saveSection(
                who,
                at,
                seen("appraisals"),
                "appraisals",
                "appraisals.y2022",
                "COMPETENT",
                "appraisals.filing",
                "FILED",
                "appraisals.y2021",
                "EXCELLENT",
                "appraisals.y2020",
                "COMPETENT");
        saveSection(
                who, at, seen("education"), "education", "education.degree", "SENIOR", "education.school", "洛阳市第九中学");
        assertThat(saveSection(who, at, seen("awards"), "awards", "awards.sanctioned", "NO"))
                .hasRedirectedUrl(at + "/sections/awards");
        for (var kind : FilledFile.MATERIALS) {
            assertThat(upload(who, at, kind, "照片.jpg", picture())).as(kind).hasStatus(302);
        }
    }

    protected String number() {
        return jdbc.sql("select number from application.application")
                .query(String.class)
                .single();
    }

    protected Application file() {
        return applications.get(number(), Actor.SYSTEM);
    }

    protected int version() {
        return file().version();
    }

    /** What a page of the group carries, to tell whether another has written since. */
    protected String seen(String group) {
        return jdbc.sql("""
                select encode(sha256(convert_to(coalesce(record -> :key, '{}')::text, 'UTF8')), 'hex')
                  from application.application
                """).param("key", group).query(String.class).single();
    }

    protected long materialId(String kind) {
        return jdbc.sql("select id from application.material where kind = :kind and removed_at is null")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    protected static byte[] picture() throws IOException {
        return image("jpeg");
    }

    protected static byte[] image(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(420, 600, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
