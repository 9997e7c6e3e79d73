package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.gongkao.DatabaseTest;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 一个身份证号码只能注册一个账号, also when fifty browsers press the button at the same moment. */
class RegistrationRaceTest extends DatabaseTest {

    private static final int BROWSERS = 50;
    private static final String NUMBER = "410305196803121239";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Persons persons;

    @Test
    void of_fifty_registrations_of_one_number_exactly_one_makes_an_account() throws Exception {
        var ready = new CountDownLatch(BROWSERS);
        var go = new CountDownLatch(1);
        var answers = new ArrayList<MvcTestResult>();
        try (var threads = Executors.newFixedThreadPool(BROWSERS)) {
            var sent = new ArrayList<java.util.concurrent.Future<MvcTestResult>>();
            for (int i = 0; i < BROWSERS; i++) {
                var browser = withNoticeRead(i);
                browser.post("/register/form", "act", "code", "phone", phone(i));
                var phone = phone(i);
                var code = Web.code(outbox);
                sent.add(threads.submit((Callable<MvcTestResult>) () -> {
                    ready.countDown();
                    go.await();
                    return browser.register("王建国", NUMBER, phone, code);
                }));
            }
            ready.await();
            go.countDown();
            for (var one : sent) {
                answers.add(one.get());
            }
        }
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 302))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 409))
                .hasSize(BROWSERS - 1)
                .allSatisfy(answer -> assertThat(answer).bodyText().contains("身份证号码", "登录"));
        long person = persons.find(NationalId.of(NUMBER)).orElseThrow();
        assertThat(jdbc.sql("select count(*) from account.account where person_id = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Web withNoticeRead(int i) {
        var browser = new Web(mvc, "10.1.0." + i);
        assertThat(browser.post("/register", "agreed", "true")).hasRedirectedUrl("/register/form");
        return browser;
    }

    private static String phone(int i) {
        return "139000010%02d".formatted(i);
    }
}
