package org.gongkao.application.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.Deferrals;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file whose worker promises the appraisal, by the pages and the real acts. */
abstract class DeferralTest extends DatabaseTest {

    /** 1 July 0:00. */
    static final Instant DUE = Instant.parse("2023-06-30T16:00:00Z");

    /** When the round ends what was due then. */
    static final Instant BELL = DUE.plus(EndingPromises.SLOWEST_UPLOAD);

    @Autowired
    WorkerActs acts;

    @Autowired
    GivenFile given;

    @Autowired
    SystemActs system;

    @Autowired
    Applications applications;

    @Autowired
    Deferrals deferrals;

    @Autowired
    Redeeming redeeming;

    @Autowired
    Judging judging;

    @Autowired
    EndingPromises ending;

    @Autowired
    Files files;

    String paid() {
        var number = approved(clock.instant());
        system.paid(number, clock.instant());
        assertThat(given.state(number)).isEqualTo("PAID");
        return number;
    }

    /** Unit and department at once, the county at this instant. */
    String approved(Instant byCounty) {
        var number = submitted();
        for (var office : List.of(Cast.UNIT, Cast.DEPARTMENT)) {
            given.approve(number, cast.actor(office), clock.instant());
        }
        given.approve(number, cast.actor(Cast.COUNTY), byCounty);
        return number;
    }

    String submitted() {
        var number = draft();
        assertThat(promising("APPRAISAL", "liability.APPRAISAL", "true")).hasStatus3xxRedirection();
        acts.submit(number, file(number).version(), worker(), clock.instant());
        return number;
    }

    String draft() {
        var number = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        jdbc.sql("update application.material set removed_at = added_at where kind = 'APPRAISAL'")
                .update();
        return number;
    }

    /** As the page is shown now, so with the terms that stand on it. */
    MvcTestResult promising(String kind, String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("shown", shown()));
        return post(Cast.WORKER, "/application/materials/" + kind + "/promise", all.toArray(String[]::new));
    }

    String shown() {
        var page = page(Cast.WORKER, "/application/materials");
        assertThat(page).hasStatusOk();
        var text = body(page);
        var mark = "name=\"shown\" value=\"";
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + mark.length(), text.indexOf('"', at + mark.length()));
    }

    Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    Deferral promise(String number) {
        return deferrals.of(file(number)).getFirst();
    }

    void handIn(String number, Instant arrived) {
        redeeming.handIn(number, promise(number).id(), scan(), worker(), arrived);
    }

    FileId scan() {
        return files.receive(Upload.of("考核表.jpg", picture(), FileRule.DOCUMENT), worker(), clock.instant());
    }

    static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Actor worker() {
        return cast.actor(Cast.WORKER);
    }

    MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String told(String recipient) {
        return String.join(
                "\n",
                jdbc.sql("select heading || '。' || sentence from notification.message where recipient = :to")
                        .param("to", recipient)
                        .query(String.class)
                        .list());
    }

    static void refused(ApplicationRefusal reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
