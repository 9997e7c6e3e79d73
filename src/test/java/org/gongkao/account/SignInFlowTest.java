package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.gongkao.DatabaseTest;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 登录: who is let in, and who waits. */
class SignInFlowTest extends DatabaseTest {

    private static final String NUMBER = "410305196803121239";
    private static final String PASSWORD = "Luoyang2023";

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void aWorkerHasAnAccount() {
        var person = persons.add("王建国", NationalId.of(NUMBER), Phone.of("13800001234"), Actor.SYSTEM);
        accounts.open("wangjianguo", PASSWORD, Role.WORKER, null, person, "王建国");
    }

    private MvcTestResult signIn(String name, String password, String address) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    @Test
    void a_worker_signs_in_with_number_phone_or_user_name() {
        for (var name : new String[] {NUMBER, " 4103051968 03121239", "13800001234", "138 0000 1234", "WangJianguo"}) {
            assertThat(signIn(name, PASSWORD, "10.0.0.1"))
                    .as(name)
                    .hasStatus(302)
                    .hasRedirectedUrl("/home");
        }
    }

    @Test
    void a_wrong_password_is_refused_and_the_typed_name_stays() {
        assertThat(signIn(NUMBER, "wrong", "10.0.0.1")).hasForwardedUrl("/sign-in/refused");
    }
}
