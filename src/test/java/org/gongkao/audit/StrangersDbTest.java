package org.gongkao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.MachineClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is refused without being signed in is known, and fills no disk. */
class StrangersDbTest extends DatabaseTest {

    @Autowired
    private Lines lines;

    private Instant now = Instant.parse("2026-03-15T02:00:10Z");

    private Strangers strangers;

    @BeforeEach
    void aMinuteBegins() {
        MachineClock machine = () -> now;
        strangers = new Strangers(lines, machine);
    }

    private void wrongPassword(String address, String subject) {
        strangers.refused(address, "登录", subject, "密码不对。");
    }

    private List<String> told() {
        return jdbc.sql("select subject || ' ' || detail from audit.line where kind = 'REFUSED' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void the_first_leaves_its_line_at_once_and_the_rest_of_the_minute_one_together() {
        for (int i = 0; i < 40; i++) {
            wrongPassword("10.0.0.1", "account:7");
        }
        assertThat(told()).containsExactly("account:7 密码不对。");
        strangers.closeTheMinute();
        assertThat(told()).hasSize(1);
        now = now.plusSeconds(60);
        strangers.closeTheMinute();
        strangers.closeTheMinute();
        assertThat(told()).containsExactly("account:7 密码不对。", "account:7 密码不对。一分钟内又有 39 次。");
        wrongPassword("10.0.0.1", "account:7");
        assertThat(told()).hasSize(3);
    }

    @Test
    void another_address_another_name_and_another_minute_are_lines_of_their_own() {
        wrongPassword("10.0.0.1", "account:7");
        wrongPassword("10.0.0.2", "account:7");
        wrongPassword("10.0.0.1", "account:8");
        now = now.plusSeconds(50);
        wrongPassword("10.0.0.1", "account:7");
        assertThat(told()).hasSize(4).noneMatch(line -> line.contains("又有"));
    }

    @Test
    void who_tries_ten_thousand_names_leaves_a_hundred_lines_and_the_number_of_the_others() {
        for (int i = 0; i < 10_000; i++) {
            wrongPassword("10.0." + i % 200 + ".1", "sign-in:" + i);
        }
        assertThat(told()).hasSize(Strangers.KINDS_A_MINUTE);
        strangers.close();
        assertThat(told()).hasSize(Strangers.KINDS_A_MINUTE + 1);
        assertThat(told().getLast()).startsWith("strangers:beyond ").endsWith("一分钟内又有 9900 次。");
    }
}
