package org.gongkao.application.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Admission;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationRegister;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 容缺后补 (notice 三(三)、(四)): promised, guaranteed, and kept or broken, up to the admission. */
class DeferralFlowTest extends DatabaseTest {

    private static final Instant DUE = Instant.parse("2023-06-30T16:00:00Z");

    @Autowired
    private WorkerActs acts;

    @Autowired
    private GivenFile given;

    @Autowired
    private SystemActs system;

    @Autowired
    private Applications applications;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Redeeming redeeming;

    @Autowired
    private EndingPromises ending;

    @Autowired
    private ApplicationRegister register;

    @Autowired
    private Files files;

    @Test
    void 备案后的年度考核结果在考试前上传_the_promise_is_kept_and_the_worker_admitted() {
        var number = paid();
        assertThat(register.admissible(number, clock.instant())).isInstanceOf(Admission.Promised.class);
        redeeming.handIn(number, promise(number).id(), scan(), worker(), clock.instant());
        assertThat(page(Cast.COUNTY, "/deferrals/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("审核通过");
        ending.run(DUE);
        assertThat(given.state(number)).as("the office's silence costs nothing").isEqualTo("PAID");
        redeeming.accept(number, promise(number).id(), cast.actor(Cast.COUNTY), DUE);
        assertThat(promise(number).state()).isEqualTo(DeferralState.KEPT);
        ending.run(DUE.plus(Duration.ofDays(1)));
        assertThat(register.admissible(number, DUE)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void what_is_not_there_in_time_ends_the_file_once_and_worker_and_unit_are_told() {
        var number = paid();
        ending.run(DUE.minusMillis(1));
        assertThat(given.state(number)).isEqualTo("PAID");
        ending.run(DUE);
        ending.run(DUE);
        assertThat(register.admissible(number, DUE)).isEqualTo(new Admission.Ended(ApplicationState.FORFEITED));
        assertThat(jdbc.sql("select count(*) from application.act where act = 'FORFEIT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told("person:" + worker().person())).contains("容缺材料未补，不能参加考核");
            assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("申报人容缺未补");
        });
        assertThat(page(Cast.WORKER, "/application")).hasStatusOk().bodyText().contains("到期未补交");
        assertThat(deferrals.hasBroken(worker().person())).isTrue();
        refused(
                ApplicationRefusal.PROMISE_NOT_OPEN,
                () -> redeeming.handIn(number, promise(number).id(), scan(), worker(), DUE));
    }

    @Test
    void what_the_agency_refuses_can_come_again_until_the_date_and_then_ends_the_file() {
        var number = paid();
        redeeming.handIn(number, promise(number).id(), scan(), worker(), clock.instant());
        var county = cast.actor(Cast.COUNTY);
        refused(
                ApplicationRefusal.REASON_MISSING,
                () -> redeeming.refuse(number, promise(number).id(), " ", county, clock.instant()));
        redeeming.refuse(number, promise(number).id(), "没有备案章", county, clock.instant());
        assertThat(page(Cast.WORKER, "/deferrals/" + number)).bodyText().contains("没有备案章", "补交");
        refused(
                ApplicationRefusal.PROMISE_NOT_OPEN,
                () -> redeeming.accept(number, promise(number).id(), county, clock.instant()));
        ending.run(DUE);
        assertThat(given.state(number)).isEqualTo("FORFEITED");
    }

    @Test
    void the_eve_of_the_own_exam_day_comes_first_when_it_is_earlier() {
        var number = paid();
        redeeming.examOn(number, LocalDate.parse("2023-07-08"));
        assertThat(promise(number).dueAt()).isEqualTo(DUE);
        redeeming.examOn(number, LocalDate.parse("2023-06-10"));
        assertThat(promise(number).dueAt()).isEqualTo(Instant.parse("2023-06-09T16:00:00Z"));
    }

    @Test
    void a_promise_is_refused_without_the_liability_for_other_kinds_and_for_who_broke_one() {
        var number = draft();
        assertThat(post(Cast.WORKER, "/application/materials/APPRAISAL/promise"))
                .hasStatus(422)
                .bodyText()
                .contains("请先阅读责任告知");
        jdbc.sql("update application.material set removed_at = added_at where kind = 'ID_CARD'")
                .update();
        assertThat(post(Cast.WORKER, "/application/materials/ID_CARD/promise", "liability", "on"))
                .hasStatus(422)
                .bodyText()
                .contains("不能容缺后补");
        assertThat(deferrals.of(file(number))).isEmpty();
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, state, promised_at)
                select id, person_id, 'OTHER', '材料', '告知', now(), 'BROKEN', now() from application.application
                """).update();
        assertThat(post(Cast.WORKER, "/application/materials/APPRAISAL/promise", "liability", "on"))
                .hasStatus(409)
                .bodyText()
                .contains("到期没有补交");
    }

    @Test
    void the_unit_lets_nothing_pass_before_its_own_promise_and_others_do_not_see_it() {
        var number = submitted();
        refused(
                ApplicationRefusal.UNIT_PROMISE_MISSING,
                () -> given.approve(number, cast.actor(Cast.UNIT), clock.instant()));
        assertThat(guarantee(number, "responsible", "王海")).hasStatus(422);
        assertThat(promise(number).isGuaranteed()).isFalse();
        assertThat(page(Cast.OTHER_COUNTY, "/deferrals/" + number)).hasStatus(404);
        assertThat(post(
                        Cast.OTHER_COUNTY,
                        "/deferrals/" + number + "/" + promise(number).id() + "/judgement",
                        "act",
                        "accept"))
                .hasStatus(404);
    }

    private String paid() {
        var number = submitted();
        assertThat(guarantee(number, "responsible", "王海", "liability", "on")).hasStatus3xxRedirection();
        for (var office : new String[] {Cast.UNIT, Cast.DEPARTMENT, Cast.COUNTY}) {
            given.approve(number, cast.actor(office), clock.instant());
        }
        system.paid(number, clock.instant());
        assertThat(given.state(number)).isEqualTo("PAID");
        return number;
    }

    private String submitted() {
        var number = draft();
        assertThat(post(Cast.WORKER, "/application/materials/APPRAISAL/promise", "liability", "on"))
                .hasStatus3xxRedirection();
        FilledFile.confirm(jdbc, number, clock.instant());
        acts.submit(number, file(number).version(), worker(), clock.instant());
        return number;
    }

    private String draft() {
        var number = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        jdbc.sql("update application.material set removed_at = added_at where kind = 'APPRAISAL'")
                .update();
        return number;
    }

    private MvcTestResult guarantee(String number, String... fields) {
        var all = new java.util.ArrayList<>(java.util.List.of(fields));
        all.addAll(java.util.List.of(
                "act", "guarantee", "version", String.valueOf(file(number).version())));
        return post(Cast.UNIT, "/reviews/" + number, all.toArray(String[]::new));
    }

    private org.gongkao.application.Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    private Deferral promise(String number) {
        return deferrals.of(file(number)).getFirst();
    }

    private FileId scan() {
        return files.receive(Upload.of("考核表.jpg", picture(), FileRule.DOCUMENT), worker(), clock.instant());
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Actor worker() {
        return cast.actor(Cast.WORKER);
    }

    private MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String told(String recipient) {
        return String.join(
                "\n",
                jdbc.sql("select heading from notification.message where recipient = :to")
                        .param("to", recipient)
                        .query(String.class)
                        .list());
    }

    private static void refused(ApplicationRefusal reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
