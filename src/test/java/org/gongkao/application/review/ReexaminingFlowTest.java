package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Admission;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationRegister;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 市工考管理机构重点加强对县区报名资格审查工作进行事中事后监管 (notice 三(四)): the city has a county's decision looked at once more. */
class ReexaminingFlowTest extends DatabaseTest {

    @Autowired
    GivenFile files;

    @Autowired
    Reexamining reexamining;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationRegister register;

    @Autowired
    WorkerActs worker;

    @Autowired
    SystemActs system;

    @Autowired
    Charges charges;

    @BeforeEach
    void late_in_the_review() {
        clock.set("2023-04-08T09:00:00");
    }

    @Test
    void an_approved_file_goes_back_to_the_county_with_dates_of_its_own_and_all_concerned_are_told_why() {
        var number = approved();
        clock.set("2023-04-12T09:00:00");
        reexamine(number);
        var file = file(number);
        assertThat(file.state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(file.progress().holder()).hasToString("agency:410305");
        assertThat(file.progress().own().reviewUntil()).isEqualTo(Shanghai.startOf(LocalDate.of(2023, 4, 20)));
        await().untilAsserted(() -> {
            assertThat(told("person:" + actor(Cast.WORKER).person())).contains("申报将重新审核");
            assertThat(told("agency:410305")).contains("上级要求重新审核");
            assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("本单位的申报将重新审核");
        });
        assertThat(page(Cast.COUNTY, "/reviews/" + number)).bodyText().contains("重新审核", "证书编号与发证记录不符", "何伟", "四（三）");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("重新审核", "证书编号与发证记录不符");
    }

    @Test
    void what_was_paid_stays_paid_and_is_not_charged_a_second_time() {
        var number = files.paid(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
        settle(number);
        reexamine(number);
        assertThat(register.admissible(number, clock.instant())).isInstanceOf(Admission.Unpaid.class);
        files.approve(number, actor(Cast.COUNTY), clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.PAID);
        assertThat(register.admissible(number, clock.instant())).isEqualTo(new Admission.Admitted());
        assertThat(jdbc.sql("select count(*) from payment.charge")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select act from application.act order by id")
                        .query(String.class)
                        .list())
                .containsExactly("APPROVE", "PAY", "REEXAMINE", "APPROVE", "PAY");
    }

    @Test
    void money_that_comes_while_the_file_is_reviewed_again_is_kept_and_found_by_the_next_approval() {
        var number = approved();
        reexamine(number);
        settle(number);
        system.paid(number, clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
        files.approve(number, actor(Cast.COUNTY), clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.PAID);
    }

    @Test
    void an_unpaid_charge_waits_unpayable_and_is_payable_again_until_the_files_own_date_once_approved() {
        var number = approved();
        reexamine(number);
        var pay = charges.find(number).path() + "/pay";
        assertThat(post(Cast.WORKER, pay, "channel", "WECHAT"))
                .hasStatus(409)
                .bodyText()
                .contains("正在重新审核");
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.OPEN);
        clock.set("2023-04-14T09:00:00");
        files.approve(number, actor(Cast.COUNTY), clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.PAYMENT_DUE);
        assertThat(Shanghai.deadline(charges.find(number).deadline())).contains("4月21日");
        assertThat(charges.find(number).deadline())
                .isEqualTo(file(number).progress().own().paymentUntil());
    }

    @Test
    void a_file_that_lapses_while_it_is_to_be_corrected_is_not_made_paid_by_money_for_the_approval_taken_back() {
        var number = approved();
        reexamine(number);
        files.sendBack(number, java.util.Set.of("post"), actor(Cast.COUNTY), clock.instant());
        clock.set("2023-05-08T09:00:00");
        system.endOfDay(clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.LAPSED);
        settle(number);
        system.paid(number, clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.LAPSED);
    }

    @Test
    void who_has_paid_does_not_lose_the_fee_by_giving_the_file_up_under_review() {
        var number = approved();
        settle(number);
        reexamine(number);
        refused(
                ApplicationRefusal.PAID_UNDER_REVIEW,
                () -> worker.withdraw(number, file(number).version(), "不考了", actor(Cast.WORKER), clock.instant()));
        assertThat(file(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void an_unpaid_file_given_up_under_review_leaves_no_open_charge() {
        var number = approved();
        reexamine(number);
        worker.withdraw(number, file(number).version(), "不考了", actor(Cast.WORKER), clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.CANCELLED);
    }

    @Test
    void a_rejection_of_the_county_is_opened_again_also_after_it_has_become_final() {
        var number = inReview();
        files.reject(number, "年限不足", "二（一）", actor(Cast.COUNTY), clock.instant());
        reexamine(number);
        files.reject(number, "年限不足", "二（一）", actor(Cast.COUNTY), clock.instant());
        clock.pass(Duration.ofDays(30));
        system.endOfDay(clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.REJECTED_FINALLY);
        reexamine(number);
        files.approve(number, actor(Cast.COUNTY), clock.instant());
        assertThat(file(number).state()).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    /** Without the recorded consent of unit and department nothing is approved: what a unit refused is not the city's to open. */
    @Test
    void a_rejection_of_the_unit_is_not_the_countys_decision_and_is_not_opened() {
        clock.set("2023-03-15T10:00:00");
        var number = worker.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        files.reject(number, "不是本单位职工", "三（三）", actor(Cast.UNIT), clock.instant());
        refused(ApplicationRefusal.NOT_ALLOWED_NOW, () -> reexamine(number));
    }

    @Test
    void reason_and_clause_are_both_asked_for() {
        var number = approved();
        for (var words : List.of(new String[] {"", "四（三）"}, new String[] {"证书编号不符", " "})) {
            refused(
                    ApplicationRefusal.REASON_MISSING,
                    () -> reexamining.reexamine(
                            number, file(number).version(), words[0], words[1], actor(Cast.CITY), clock.instant()));
        }
    }

    @Test
    void neither_the_county_itself_nor_another_nor_the_province_opens_it() {
        var number = approved();
        refused(ApplicationRefusal.NOT_ALLOWED_NOW, () -> reexamine(number, actor(Cast.COUNTY)));
        refused(CommonRefusal.NOT_FOUND, () -> reexamine(number, actor(Cast.OTHER_COUNTY)));
        refused(CommonRefusal.NOT_FOUND, () -> reexamine(number, actor(Cast.PROVINCE)));
        assertThat(page(Cast.COUNTY, "/reviews/" + number)).bodyText().doesNotContain("要求重新审核");
        assertThat(page(Cast.CITY, "/reviews/" + number)).bodyText().contains("要求重新审核");
    }

    @Test
    void what_changed_since_it_was_looked_at_is_not_opened() {
        var number = approved();
        int seen = file(number).version();
        system.paid(number, clock.instant());
        refused(
                CommonRefusal.CHANGED_MEANWHILE,
                () -> reexamining.reexamine(number, seen, "理由", "依据", actor(Cast.CITY), clock.instant()));
    }

    @Test
    void the_city_opens_it_from_the_files_own_page() {
        var number = approved();
        assertThat(post(
                        Cast.CITY,
                        "/reviews/" + number + "/reexamination",
                        "version",
                        Integer.toString(file(number).version()),
                        "reason",
                        "证书编号与发证记录不符",
                        "clause",
                        "考务通知 四（三）"))
                .hasStatus3xxRedirection();
        assertThat(file(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void what_the_city_typed_stays_when_the_clause_is_missing() {
        var number = approved();
        assertThat(post(
                        Cast.CITY,
                        "/reviews/" + number + "/reexamination",
                        "version",
                        Integer.toString(file(number).version()),
                        "reason",
                        "证书编号与发证记录不符"))
                .hasStatus(422)
                .bodyText()
                .contains(ApplicationRefusal.REASON_MISSING.sentence(), "证书编号与发证记录不符");
        assertThat(post(Cast.UNIT, "/reviews/" + number + "/reexamination", "version", "1"))
                .hasStatus(403);
    }

    private String inReview() {
        return files.inReview(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
    }

    private String approved() {
        var number = inReview();
        files.approve(number, actor(Cast.COUNTY), clock.instant());
        return number;
    }

    private void reexamine(String number) {
        reexamine(number, actor(Cast.CITY));
    }

    private void reexamine(String number, Actor superior) {
        reexamining.reexamine(number, file(number).version(), "证书编号与发证记录不符", "考务通知 四（三）", superior, clock.instant());
    }

    /** As if its payment had come in; the event is told apart. */
    private void settle(String number) {
        jdbc.sql("update payment.charge set state = 'SETTLED', settled_at = now() where purpose_key = :number")
                .param("number", number)
                .update();
    }

    private Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    private Actor actor(String username) {
        return cast.actor(username);
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

    private static void refused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
