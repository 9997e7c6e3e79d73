package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What strangers get wrong keeps nobody else out: neither the password, nor a code, nor the day's number of codes. */
class LockoutFlowTest extends DatabaseTest {

    private static final String PHONE = "13800000002";
    private static final String FRESH_PHONE = "13900004321";
    private static final String NUMBER = "410305196803121239";

    private static final int TRIES_IN_THE_FIRST_HOUR = 12;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Attempts attempts;

    private Web owner = new Web(mvc, "10.2.0.1");

    @BeforeEach
    void aNewDevice() {
        owner = new Web(mvc, "10.2.0.1");
        outbox.clear();
    }

    @Test
    void the_right_password_gets_in_from_a_new_device_while_six_strangers_fail_at_that_name() {
        strangersFail();
        var answer = owner.signIn(PHONE, CastSeeds.PASSWORD);
        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/sign-in/");
        assertThat(owner.post("/sign-in/phone-code", "act", "code")).hasStatusOk();
        assertThat(owner.post("/sign-in/phone-code", "act", "prove", "code", Web.code(outbox)))
                .hasRedirectedUrl("/home");
    }

    @Test
    void a_stranger_who_hits_the_password_of_a_besieged_account_still_lacks_the_phone() {
        strangersFail();
        var lucky = new Web(mvc, "127.0.1.99");
        assertThat(lucky.signIn(PHONE, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/phone-code");
        assertThat(lucky.get("/account")).as("a stranger still").hasRedirectedUrl("/sign-in");
        lucky.post("/sign-in/phone-code", "act", "code");
        for (int i = 0; i < 5; i++) {
            assertThat(lucky.post("/sign-in/phone-code", "act", "prove", "code", other(Web.code(outbox))))
                    .hasStatus(422);
        }
        assertThat(lucky.post("/sign-in/phone-code", "act", "prove", "code", Web.code(outbox)))
                .as("its five tries are over")
                .hasStatus(422);
        assertThat(lucky.get("/account")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void the_owner_s_own_device_asks_for_nothing_more_whatever_strangers_do() {
        assertThat(owner.signIn(PHONE, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        strangersFail();
        assertThat(owner.signIn(PHONE, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
    }

    @Test
    void of_many_tries_at_the_same_moment_no_more_are_looked_at_than_one_after_another() throws Exception {
        try (var threads = Executors.newFixedThreadPool(10)) {
            var sent = IntStream.range(0, 30)
                    .mapToObj(i -> threads.submit(() -> new Web(mvc, "127.0.1.1").signIn(PHONE, "guess" + i)))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        }
        assertThat(jdbc.sql("select max(failures) from account.attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void a_source_gets_few_tries_an_hour_at_one_name() {
        var from = new SignInDetails("10.3.0.1", null, "");
        int tries = 0;
        for (int second = 0; second < 3600; second += 15) {
            while (attempts.begin(Attempts.Try.atSignIn(PHONE, from, false)).isEmpty()) {
                tries++;
            }
            jdbc.sql("""
                    update account.attempt
                       set last_at = last_at - interval '15 seconds', wait_until = wait_until - interval '15 seconds'
                    """).update();
        }
        assertThat(tries).isEqualTo(TRIES_IN_THE_FIRST_HOUR);
    }

    @Test
    void no_phone_is_sent_more_than_forty_codes_a_day_by_whatever_number_of_networks() {
        for (int stranger = 1; stranger <= 60; stranger++) {
            new Web(mvc, "10.4.0." + stranger).post("/forgotten-password", "act", "code", "username", PHONE);
        }
        assertThat(outbox.latest()).hasSize(40);
        owner.signIn(PHONE, CastSeeds.PASSWORD);
        outbox.clear();
        owner.post("/forgotten-password", "act", "code", "username", PHONE);
        assertThat(owner.recover(PHONE, Web.code(outbox))).as("a known device").hasRedirectedUrl("/sign-in");
    }

    private void strangersFail() {
        for (int stranger = 1; stranger <= 6; stranger++) {
            var web = new Web(mvc, "127.0.1." + stranger);
            for (int i = 0; i < 6; i++) {
                assertThat(web.signIn(PHONE, "guess" + i)).hasForwardedUrl("/sign-in/refused");
            }
        }
    }

    @Test
    void strangers_with_wrong_recovery_codes_do_not_stop_the_owner_s_right_one() {
        owner.post("/forgotten-password", "act", "code", "username", PHONE);
        var code = Web.code(outbox);
        for (int stranger = 1; stranger <= 6; stranger++) {
            var web = new Web(mvc, "127.0.1." + stranger);
            for (int i = 0; i < 5; i++) {
                assertThat(web.recover(PHONE, other(code))).hasStatus(422);
            }
        }
        assertThat(owner.recover(PHONE, code)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void strangers_with_wrong_codes_do_not_burn_the_code_of_who_registers() {
        var code = askedAtRegistration(owner, FRESH_PHONE);
        var stranger = new Web(mvc, "127.0.1.1");
        stranger.post("/register", "agreed", "true");
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.register("王建国", NUMBER, FRESH_PHONE, other(code)))
                    .hasStatus(422);
        }
        assertThat(owner.register("王建国", NUMBER, FRESH_PHONE, code)).hasRedirectedUrl("/home");
    }

    @Test
    void a_colleague_with_wrong_codes_does_not_burn_the_code_of_who_changes_the_phone() {
        owner.signIn(PHONE, CastSeeds.PASSWORD);
        owner.post("/account/phone", "act", "code", "phone", FRESH_PHONE);
        var code = Web.code(outbox);
        var stranger = new Web(mvc, "127.0.1.1");
        stranger.signIn(Cast.WORKER, CastSeeds.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(changePhone(stranger, other(code))).hasStatus(422);
        }
        assertThat(changePhone(owner, code)).hasRedirectedUrl("/account");
    }

    @Test
    void another_clerk_with_wrong_codes_does_not_burn_the_code_of_who_rebinds() {
        owner.signIn(Cast.UNIT, CastSeeds.PASSWORD);
        owner.post("/rebindings/new", "act", "code", "phone", FRESH_PHONE);
        var code = Web.code(outbox);
        var stranger = new Web(mvc, "127.0.1.1");
        stranger.signIn(Cast.OTHER_COUNTY, CastSeeds.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(rebind(stranger, other(code))).hasStatus(422);
        }
        assertThat(rebind(owner, code)).hasRedirectedUrl("/rebindings");
    }

    @Test
    void two_addresses_that_ask_all_day_do_not_keep_the_owner_from_a_code() {
        for (int round = 0; round < 25; round++) {
            for (int stranger = 1; stranger <= 2; stranger++) {
                var web = new Web(mvc, "127.0.1." + stranger);
                web.post("/register", "agreed", "true");
                web.post("/register/form", "act", "code", "phone", PHONE);
                web.post("/register/form", "act", "code", "phone", FRESH_PHONE);
                web.post("/forgotten-password", "act", "code", "username", PHONE);
            }
            jdbc.sql("update account.code set issued_at = issued_at - interval '61 seconds'")
                    .update();
        }
        assertThat(outbox.latest().stream().filter(line -> line.number().equals(FRESH_PHONE)))
                .as("nor is a phone flooded")
                .hasSizeLessThanOrEqualTo(10);
        outbox.clear();
        assertThat(owner.register("王建国", NUMBER, FRESH_PHONE, askedAtRegistration(owner, FRESH_PHONE)))
                .hasRedirectedUrl("/home");
        var forgetful = new Web(mvc, "10.2.0.2");
        outbox.clear();
        forgetful.post("/forgotten-password", "act", "code", "username", PHONE);
        assertThat(forgetful.recover(PHONE, Web.code(outbox))).hasRedirectedUrl("/sign-in");
    }

    private String askedAtRegistration(Web browser, String phone) {
        browser.post("/register", "agreed", "true");
        assertThat(browser.post("/register/form", "act", "code", "phone", phone))
                .hasStatusOk();
        return Web.code(outbox);
    }

    private static MvcTestResult changePhone(Web browser, String code) {
        return browser.post(
                "/account/phone", "act", "change", "phone", FRESH_PHONE, "code", code, "current", CastSeeds.PASSWORD);
    }

    private static MvcTestResult rebind(Web browser, String code) {
        return browser.post(
                "/rebindings/new",
                "act",
                "request",
                "number",
                NationalIds.whole("41030519750618113"),
                "phone",
                FRESH_PHONE,
                "code",
                code,
                "reason",
                "原手机号已停用",
                "seen",
                "true");
    }

    private static String other(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }
}
