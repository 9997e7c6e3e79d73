package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 登录: who is let in, who waits, and what is still owed after the password. */
class SignInFlowTest extends DatabaseTest {

    private static final String PHONE = "13800000001";

    @Autowired
    private AccountRows accounts;

    @Autowired
    private TimeCodes timeCodes;

    @Autowired
    private ProvingIdentity proving;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MachineClock machine;

    @Autowired
    private OpeningAccounts opening;

    private Web home = new Web(mvc, "10.0.0.1");
    private Web elsewhere = new Web(mvc, "10.9.9.9");

    @BeforeEach
    void freshBrowsers() {
        home = new Web(mvc, "10.0.0.1");
        elsewhere = new Web(mvc, "10.9.9.9");
        outbox.clear();
    }

    @Test
    void a_worker_signs_in_with_number_phone_or_user_name() {
        var number = "41030519750618113";
        for (char check : "0123456789X".toCharArray()) {
            if (org.gongkao.person.NationalId.parse(number + check).isPresent()) {
                assertThat(elsewhere.signIn(" " + number + check, CastSeeds.PASSWORD))
                        .hasRedirectedUrl("/home");
            }
        }
        assertThat(home.signIn("138 0000 0001", CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        assertThat(elsewhere.signIn("ChenLimin", CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        assertThat(home.signIn(PHONE, "wrong")).hasForwardedUrl("/sign-in/refused");
        assertThat(home.signIn("nobody", "wrong")).hasForwardedUrl("/sign-in/refused");
        assertThat(home.post("/sign-in/refused", "username", PHONE, "password", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("用户名或密码不对", PHONE);
    }

    @Test
    void guessing_from_elsewhere_locks_the_guesser_out_and_nobody_else() {
        assertThat(home.signIn(PHONE, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        for (int i = 0; i < 40; i++) {
            elsewhere.signIn(PHONE, "guess" + i);
        }
        assertThat(elsewhere.signIn(PHONE, CastSeeds.PASSWORD))
                .hasForwardedUrl("/sign-in/refused")
                .request()
                .attributes()
                .containsKey(SignInController.SENTENCE);
        assertThat(home.signIn(PHONE, CastSeeds.PASSWORD)).as("a known device").hasRedirectedUrl("/home");
    }

    @Test
    void nothing_that_was_guessed_is_stored_readably() {
        elsewhere.signIn(PHONE, "guess");
        var kept = jdbc.sql("select string_agg(t::text, ' ') from account.attempt t")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(PHONE, "guess", "10.9.9.9");
    }

    @Test
    void on_first_use_an_office_sets_its_own_password_before_anything_else() {
        long id = cast.actor(Cast.UNIT).account();
        jdbc.sql("update account.account set password_is_first = true where id = :id")
                .param("id", id)
                .update();
        assertThat(home.signIn(Cast.UNIT, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/new-password");
        assertThat(home.get("/workers")).as("half signed in is a stranger").hasRedirectedUrl("/sign-in");
        assertThat(home.get("/sign-in")).hasRedirectedUrl("/sign-in/new-password");
        assertThat(home.post("/sign-in/new-password", "password", CastSeeds.PASSWORD, "again", CastSeeds.PASSWORD))
                .hasStatus(422);
        assertThat(home.post("/sign-in/new-password", "password", "Youeryuan77", "again", "Youeryuan77"))
                .hasStatus(302);
        assertThat(home.get("/workers")).hasStatusOk();
        assertThat(accounts.find(id).orElseThrow().passwordIsFirst()).isFalse();
    }

    @Test
    void an_enrolled_office_needs_the_code_of_now_and_each_code_once() {
        var clerk = cast.actor(Cast.CITY);
        var secret = timeCodes.pendingSecret(clerk.account());
        proving.enrol(
                accounts.find(clerk.account()).orElseThrow(),
                timeCodes.code(secret, machine.instant().minusSeconds(30)),
                new SignInDetails("10.0.0.1", null, ""));
        assertThat(home.signIn(Cast.CITY, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/second-factor");
        assertThat(home.get("/account")).hasRedirectedUrl("/sign-in");
        assertThat(home.post("/sign-in/second-factor", "code", "000000")).hasStatus(422);
        var code = timeCodes.code(secret, machine.instant());
        assertThat(home.post("/sign-in/second-factor", "code", code)).hasStatus(302);
        assertThat(home.get("/account")).hasStatusOk();
        assertThat(elsewhere.signIn(Cast.CITY, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/second-factor");
        assertThat(elsewhere.post("/sign-in/second-factor", "code", code))
                .as("used")
                .hasStatus(422);
    }

    @Test
    void a_first_password_given_anew_ends_what_the_earlier_one_had_begun() {
        long id = cast.actor(Cast.UNIT).account();
        jdbc.sql("update account.account set password_is_first = true where id = :id")
                .param("id", id)
                .update();
        assertThat(elsewhere.signIn(Cast.UNIT, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/new-password");
        var first = opening.reset(id, cast.actor(Cast.COUNTY));
        assertThat(elsewhere.post("/sign-in/new-password", "password", "Youeryuan77", "again", "Youeryuan77"))
                .as("begun with the old one")
                .hasStatus(409);
        assertThat(home.signIn(Cast.UNIT, first.password())).hasRedirectedUrl("/sign-in/new-password");
    }

    @Test
    void a_clerk_switches_the_second_factor_on_and_off_by_choice_and_is_told() {
        var clerk = cast.actor(Cast.CITY);
        assertThat(home.signIn(Cast.CITY, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        assertThat(home.get("/account/second-factor")).hasStatusOk().bodyText().contains("启用动态口令", "二维码");
        var secret = timeCodes.pendingSecret(clerk.account());
        var on = new String[] {
            "current", "wrong", "code", timeCodes.code(secret, machine.instant().minusSeconds(30))
        };
        assertThat(home.post("/account/second-factor/on", on))
                .hasStatus(422)
                .bodyText()
                .contains("现在的密码不对");
        on[1] = CastSeeds.PASSWORD;
        assertThat(home.post("/account/second-factor/on", on)).hasRedirectedUrl("/account");
        assertThat(elsewhere.signIn(Cast.CITY, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/second-factor");

        var off = new String[] {"current", CastSeeds.PASSWORD, "code", "000000"};
        assertThat(home.post("/account/second-factor/off", off))
                .hasStatus(422)
                .bodyText()
                .contains("动态口令不对");
        off[3] = timeCodes.code(secret, machine.instant());
        assertThat(home.post("/account/second-factor/off", off)).hasRedirectedUrl("/account");
        assertThat(elsewhere.signIn(Cast.CITY, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");

        var acts = jdbc.sql("select act from audit.line where account = :id and act like '%动态口令' order by id")
                .param("id", clerk.account())
                .query(String.class)
                .list();
        assertThat(acts).containsExactly("启用动态口令", "停用动态口令");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(home.get("/inbox")).bodyText().contains("动态口令已启用", "动态口令已停用"));
    }

    @Test
    void a_secret_that_was_confirmed_is_shown_to_nobody_any_more() {
        var clerk = cast.actor(Cast.CITY);
        timeCodes.pendingSecret(clerk.account());
        timeCodes.confirm(clerk.account());
        assertThatThrownBy(() -> timeCodes.pendingSecret(clerk.account()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(AccountRefusal.STEP_OVER));
    }

    @Test
    void guessing_at_somebody_s_recovery_code_does_not_use_it_up() {
        home.post("/forgotten-password", "act", "code", "username", PHONE);
        var code = Web.code(outbox);
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 4; i++) {
            assertThat(home.recover(PHONE, wrong)).hasStatus(422);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(elsewhere.recover(PHONE, wrong))
                    .hasStatus(422)
                    .bodyText()
                    .contains("验证码不对或已失效");
        }
        assertThat(elsewhere.recover(PHONE, code)).as("somebody else's browser").hasStatus(422);
        assertThat(home.recover(PHONE, code)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void who_is_locked_out_and_recovers_the_password_signs_in_at_once() {
        for (int i = 0; i < 7; i++) {
            home.signIn(PHONE, "wrong" + i);
        }
        home.post("/forgotten-password", "act", "code", "username", PHONE);
        assertThat(home.recover(PHONE, Web.code(outbox))).hasRedirectedUrl("/sign-in");
        assertThat(home.signIn(PHONE, "Mudan2024")).hasRedirectedUrl("/home");
    }

    @Test
    void a_forgotten_password_is_set_anew_by_code_and_all_sessions_end() {
        assertThat(home.signIn(PHONE, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        assertThat(elsewhere.post("/forgotten-password", "act", "code", "username", PHONE))
                .hasStatusOk();
        var code = Web.code(outbox);
        var wrong = code.equals("000000") ? "111111" : "000000";
        var form = new String[] {
            "act", "recover", "username", PHONE, "code", wrong, "password", "Mudan2024", "again", "Mudan2024"
        };
        assertThat(elsewhere.post("/forgotten-password", form)).hasStatus(422);
        form[5] = code;
        assertThat(elsewhere.post("/forgotten-password", form)).hasRedirectedUrl("/sign-in");
        assertThat(home.get("/account")).as("the old session").hasRedirectedUrl("/sign-in");
        assertThat(elsewhere.signIn(PHONE, "Mudan2024")).hasRedirectedUrl("/home");
    }

    @Test
    void an_unknown_number_gets_no_message_and_the_same_page() {
        assertThat(elsewhere.post("/forgotten-password", "act", "code", "username", "13911112222"))
                .hasStatusOk()
                .bodyText()
                .contains("如果这个号码注册过");
        assertThat(outbox.latest()).isEmpty();
    }

    @Test
    void one_sees_ones_sessions_and_ends_the_others() {
        home.signIn(PHONE, CastSeeds.PASSWORD);
        elsewhere.signIn(PHONE, CastSeeds.PASSWORD);
        assertThat(home.get("/account")).bodyText().contains("10.9.9.9", "正在使用的这台", "138****0001");
        assertThat(home.post("/account/sessions/others/end")).hasStatus(302);
        assertThat(elsewhere.get("/account")).hasRedirectedUrl("/sign-in");
        assertThat(home.get("/account")).hasStatusOk();
    }

    @Test
    void changing_the_password_needs_the_old_one() {
        home.signIn(PHONE, CastSeeds.PASSWORD);
        var form = new String[] {"current", "wrong", "password", "Mudan2024", "again", "Mudan2024"};
        assertThat(home.post("/account/password", form))
                .hasStatus(422)
                .bodyText()
                .contains("现在的密码不对");
        form[1] = CastSeeds.PASSWORD;
        assertThat(home.post("/account/password", form)).hasRedirectedUrl("/account");
        assertThat(elsewhere.signIn(PHONE, "Mudan2024")).hasRedirectedUrl("/home");
    }

    @Test
    void a_new_phone_is_proved_by_its_code_and_replaces_the_old() {
        home.signIn(PHONE, CastSeeds.PASSWORD);
        assertThat(home.post("/account/phone", "act", "code", "phone", "13700007777"))
                .hasStatusOk();
        var form = new String[] {
            "act", "change", "phone", "13700007777", "code", Web.code(outbox), "current", CastSeeds.PASSWORD
        };
        assertThat(home.post("/account/phone", form)).hasRedirectedUrl("/account");
        assertThat(elsewhere.signIn(PHONE, CastSeeds.PASSWORD)).hasForwardedUrl("/sign-in/refused");
        assertThat(elsewhere.signIn("13700007777", CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
    }
}
