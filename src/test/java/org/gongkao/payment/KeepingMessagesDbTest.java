package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.payment.NotificationRows.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages that come at the same time are committed together, and each gets its own answer. */
class KeepingMessagesDbTest extends DatabaseTest {

    private static final int MESSAGES = 150;

    @Autowired
    private KeepingMessages keeping;

    @Autowired
    private MessageLoop settling;

    @Test
    void of_many_that_come_at_once_each_is_kept_and_one_told_twice_is_kept_once() throws Exception {
        var twice = new ArrayList<Told>();
        for (int i = 0; i < MESSAGES; i++) {
            twice.add(told("m" + i));
            twice.add(told("m" + i));
        }
        var answers = atOnce(twice);
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(List.of(answers.get(2 * i).get(), answers.get(2 * i + 1).get()))
                    .as("of message %d one was new", i)
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(taken()).isEqualTo(MESSAGES);
        assertThat(keeping.keep(told("m0"))).as("also later").isFalse();
        settling.wake();
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from payment.kept_message")
                        .query(Integer.class)
                        .single())
                .isZero());
    }

    @Test
    void one_that_cannot_be_kept_takes_no_other_with_it() throws Exception {
        var all = new ArrayList<Told>();
        for (int i = 0; i < MESSAGES; i++) {
            all.add(told(i % 10 == 0 ? "no text of a database: \0 " + i : "m" + i));
        }
        var answers = atOnce(all);
        for (int i = 0; i < MESSAGES; i++) {
            var answer = answers.get(i);
            if (i % 10 == 0) {
                assertThat(answer).failsWithin(java.time.Duration.ZERO).withThrowableOfType(ExecutionException.class);
            } else {
                assertThat(answer.get()).as("message %d", i).isTrue();
            }
        }
        assertThat(taken()).isEqualTo(MESSAGES * 9 / 10);
    }

    @Test
    void one_that_cannot_be_read_stands_in_nobodys_way() {
        jdbc.sql("""
                with n as (insert into payment.notification (received_at, business_at, verdict, channel, message_id, order_number,
                                                             body_hash, body_bytes)
                           values (now(), now(), 'TAKEN', 'WECHAT', 'old', 'O_1', '', 0) returning id)
                insert into payment.kept_message (notification_id, said, due_at)
                select id, '{"@type": "NobodyKnows"}', timestamptz '2000-01-01' from n""").update();
        keeping.keep(told("m"));
        settling.wake();
        await().untilAsserted(() ->
                assertThat(jdbc.sql("""
                        select string_agg(n.message_id || (k.tried > 0), ' ') from payment.kept_message k
                          join payment.notification n on n.id = k.notification_id""").query(String.class).single()).isEqualTo("oldtrue"));
    }

    private List<Future<Boolean>> atOnce(List<Told> all) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(all.stream()
                    .map(one -> (Callable<Boolean>) () -> keeping.keep(one))
                    .toList());
        }
    }

    /** About an order that nobody sent and that brought nothing: there is nothing to settle. */
    private Told told(String id) {
        var said = new Reading.OfOrder(id, "none", new ChannelAnswer.NotPaid("已关闭"));
        return new Told(ChannelCode.WECHAT, new RawMessage(Map.of(), id), id, "none", said, clock.instant());
    }

    private int taken() {
        return jdbc.sql("select count(*) from payment.notification where verdict = 'TAKEN'")
                .query(Integer.class)
                .single();
    }
}
