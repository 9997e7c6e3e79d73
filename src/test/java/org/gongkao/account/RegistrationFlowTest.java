package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.sms.Outbox;
import org.gongkao.worker.Standing;
import org.gongkao.worker.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 考务通知四（二）、六（二）: workers register with their real name, within the window and once. */
class RegistrationFlowTest extends DatabaseTest {

    private static final String NUMBER = "410305196803121239";
    private static final String UNIT = CastSeeds.COUNTY_UNIT;

    @Autowired
    private Persons persons;

    @Autowired
    private Workers workers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Outbox outbox;

    private Web browser = new Web(mvc, "10.0.0.1");

    @BeforeEach
    void theNoticeIsRead() {
        outbox.clear();
        readTheNotice();
    }

    private void readTheNotice() {
        browser = new Web(mvc, "10.0.0.1");
        assertThat(browser.post("/register", "agreed", "true")).hasRedirectedUrl("/register/form");
    }

    private MvcTestResult send(String act, Map<String, String> form) {
        var pairs = new ArrayList<>(List.of("act", act));
        form.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return browser.post("/register/form", pairs.toArray(String[]::new));
    }

    private Map<String, String> form() {
        var form = new HashMap<>(Map.of(
                "name", "王建国",
                "number", NUMBER,
                "phone", "13800001234",
                "term", "实验幼儿园",
                "unit", UNIT,
                "password", "Luoyang2023",
                "again", "Luoyang2023"));
        form.put("code", "");
        return form;
    }

    private String sentCode() {
        var code = Pattern.compile("验证码 (\\d{6})")
                .matcher(outbox.latest().getFirst().text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private Map<String, String> formWithCode() {
        var form = form();
        assertThat(send("code", form)).hasStatusOk();
        form.put("code", sentCode());
        return form;
    }

    @Test
    void a_worker_registers_is_signed_in_and_stands_unconfirmed_at_the_unit() {
        assertThat(send("register", formWithCode())).hasStatus(302).hasRedirectedUrl("/home");
        long person = persons.find(NationalId.of(NUMBER)).orElseThrow();
        assertThat(workers.find(person).orElseThrow().standing()).isEqualTo(Standing.UNCONFIRMED);
        assertThat(accounts.ofPerson(person)).isPresent();
        assertThat(persons.card(person).birth()).isEqualTo("1968-03-12");
    }

    @Test
    void nobody_reaches_a_field_before_the_notice() {
        assertThat(mvc.get().uri("/register/form")).hasRedirectedUrl("/register");
        assertThat(mvc.post().uri("/register").with(csrf())).hasStatus(422);
    }

    @Test
    void everything_wrong_is_told_at_once_and_what_was_typed_stays() {
        var form =
                new HashMap<>(Map.of("name", "王", "number", "410305", "phone", "123", "password", "1", "again", "2"));
        var answer = send("register", form);
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("身份证号码不对", "手机号不对", "查找单位", "密码请设置为", "两次输入的密码不一样", "value=\"410305\"");
    }

    @Test
    void a_wrong_code_is_refused_and_after_five_the_right_one_too() {
        var form = formWithCode();
        var right = sentCode();
        form.put("code", right.equals("000000") ? "111111" : "000000");
        for (int i = 0; i < 5; i++) {
            assertThat(send("register", form)).hasStatus(422).bodyText().contains("验证码不对");
        }
        form.put("code", right);
        assertThat(send("register", form)).hasStatus(422).bodyText().contains("验证码已失效");
    }

    @Test
    void an_expired_code_is_refused() {
        var form = formWithCode();
        jdbc.sql("update account.code set expires_at = now() - interval '1 second'")
                .update();
        assertThat(send("register", form)).hasStatus(422).bodyText().contains("验证码已失效");
    }

    @Test
    void a_second_code_within_a_minute_is_refused() {
        assertThat(send("code", form())).hasStatusOk();
        assertThat(send("code", form())).hasStatus(422).bodyText().contains("60 秒");
        assertThat(outbox.latest()).hasSize(1);
    }

    @Test
    void a_number_that_has_an_account_is_shown_the_ways_on() {
        assertThat(send("register", formWithCode())).hasStatus(302);
        readTheNotice();
        var form = form();
        form.put("phone", "13900005678");
        assertThat(send("code", form)).hasStatusOk();
        form.put("code", sentCode());
        assertThat(send("register", form)).hasStatus(409).bodyText().contains("已经注册过", "带身份证到所在单位");
    }

    @Test
    void a_phone_that_is_anothers_is_refused() {
        assertThat(send("register", formWithCode())).hasStatus(302);
        jdbc.sql("delete from account.code").update();
        readTheNotice();
        var form = form();
        form.put("number", "41031119720506002" + check("41031119720506002"));
        form.put("name", "孙桂英");
        assertThat(send("code", form)).hasStatusOk();
        form.put("code", sentCode());
        assertThat(send("register", form)).hasStatus(422).bodyText().contains("已经绑定了其他人");
        assertThat(jdbc.sql("select count(*) from person.person where name = '孙桂英'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static char check(String digits) {
        for (char c : "0123456789X".toCharArray()) {
            if (NationalId.parse(digits + c).isPresent()) {
                return c;
            }
        }
        throw new IllegalArgumentException();
    }

    @Test
    void before_24_00_of_the_last_day_is_in_time_and_24_00_is_too_late() {
        var form = formWithCode();
        clock.set("2023-03-29T00:00:00.000");
        assertThat(send("register", form)).hasStatus(409).bodyText().contains("2023年3月28日 24:00");
        assertThat(persons.find(NationalId.of(NUMBER))).isEmpty();
        clock.set("2023-03-28T23:59:59.999");
        assertThat(send("register", form)).hasStatus(302);
    }

    @Test
    void an_outside_register_that_says_no_is_believed() {
        var form = formWithCode();
        form.put("name", "不符合");
        assertThat(send("register", form)).hasStatus(422).bodyText().contains("姓名与身份证号码不一致", "演示核验");
    }

    @Test
    void units_are_found_by_part_of_their_name() {
        assertThat(send("units", form())).hasStatusOk().bodyText().contains("洛阳市涧西区实验幼儿园");
    }

    @Test
    void no_table_and_no_session_row_keeps_number_phone_or_password_readable() {
        assertThat(send("register", formWithCode())).hasStatus(302);
        var everything = jdbc.sql("""
                select coalesce(string_agg(t::text, ' '), '') from (
                    select p::text from person.person p union all select a::text from account.account a
                    union all select c::text from account.code c union all select w::text from worker.worker w
                    union all select l::text from audit.line l) t
                """).query(String.class).single();
        assertThat(everything).doesNotContain(NUMBER, "13800001234", "Luoyang2023", "19680312");
    }
}
