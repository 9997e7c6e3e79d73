package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.audit.StrangerSteps;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.MachineClock;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A refused sign-in and a wrong code leave a line: whom it was tried on, and nothing that was typed. */
class RefusedSignInFlowTest extends DatabaseTest {

    private static final String PHONE = "13800000001";

    @Autowired
    private Outbox outbox;

    @Autowired
    private TimeCodes timeCodes;

    @Autowired
    private ProvingIdentity proving;

    @Autowired
    private AccountRows accounts;

    @Autowired
    private MachineClock machine;

    @Autowired
    private StrangerSteps strangers;

    private Web web = new Web(mvc, "10.7.0.1");

    @BeforeEach
    void freshBrowser() {
        web = new Web(mvc, "10.7.0.1");
        outbox.clear();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select coalesce(account::text, '-') || ' ' || act || ' ' || subject || ' ' || detail
                          from audit.line where kind = 'REFUSED' order by id
                        """).query(String.class).list();
    }

    @Test
    void a_wrong_password_and_the_waiting_after_it_are_lines_on_the_account() {
        var account = "account:" + cast.actor(Cast.WORKER).account();
        web.signIn(PHONE, "geheim-falsch");
        assertThat(told()).containsExactly("- 登录 " + account + " " + AccountRefusal.SIGN_IN_WRONG.sentence());
        for (int i = 0; i < 8; i++) {
            web.signIn(PHONE, "geheim-falsch");
        }
        strangers.endTheMinute();
        assertThat(told())
                .hasSizeBetween(3, 6)
                .allMatch(line -> line.startsWith("- 登录 " + account + " "))
                .anyMatch(line -> line.contains(AccountRefusal.TRIES_TOO_MANY.sentence()))
                .anyMatch(line -> line.matches(".*一分钟内又有 [1-8] 次。"));
        assertThat(told().toString()).doesNotContain(PHONE, "geheim");
    }

    @Test
    void a_name_that_nobody_bears_is_known_again_and_not_to_be_read() {
        web.signIn("My-Password-1", "x");
        web.signIn("410305196803121239", "x");
        web.signIn("my-password-1 ", "x");
        strangers.endTheMinute();
        assertThat(told()).hasSizeBetween(3, 4).allMatch(line -> line.matches("- 登录 sign-in:[0-9a-f]{16} .*"));
        assertThat(told().stream().map(line -> line.split(" ")[2]).distinct()).hasSize(2);
        assertThat(told().toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("password-1", "410305");
    }

    @Test
    void a_right_password_leaves_none() {
        web.signIn(PHONE, CastSeeds.PASSWORD);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_wrong_second_factor_is_a_line_on_the_account() {
        var clerk = cast.actor(Cast.CITY);
        var secret = timeCodes.pendingSecret(clerk.account());
        proving.enrol(
                accounts.find(clerk.account()).orElseThrow(),
                timeCodes.code(secret, machine.instant().minusSeconds(30)),
                new SignInDetails("10.7.0.1", null, ""));
        web.signIn(Cast.CITY, CastSeeds.PASSWORD);
        assertThat(web.post("/sign-in/second-factor", "code", "000000")).hasStatus(422);
        assertThat(told())
                .containsExactly("- 登录 account:" + clerk.account() + " " + AccountRefusal.TOTP_WRONG.sentence());
    }

    @Test
    void a_wrong_code_is_a_line_where_a_password_is_recovered_and_where_a_person_registers() {
        web.post("/forgotten-password", "act", "code", "username", PHONE);
        var wrong = Web.code(outbox).equals("000000") ? "111111" : "000000";
        web.post(
                "/forgotten-password",
                "act",
                "recover",
                "username",
                PHONE,
                "code",
                wrong,
                "password",
                "Luoyang2023",
                "again",
                "Luoyang2023");
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("- 找回密码 account:" + cast.actor(Cast.WORKER).account() + " ");

        web.post("/register", "agreed", "true");
        web.post("/register/form", "act", "register", "phone", "13800001234", "code", "123456");
        assertThat(told()).hasSize(2);
        assertThat(told().getLast())
                .isEqualTo("- POST register /register/form " + AccountRefusal.CODE_EXPIRED.sentence());
    }
}
