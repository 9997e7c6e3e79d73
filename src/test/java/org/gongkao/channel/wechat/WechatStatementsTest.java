package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.service.billdownload.model.TarType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.StatementAnswer.Broken;
import org.gongkao.channel.StatementAnswer.NotYet;
import org.gongkao.channel.StatementAnswer.Ready;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 微信支付账单, from the counterpart. Each test trades on a day of its own. */
class WechatStatementsTest extends CounterpartTest {

    private static LocalDate next = LocalDate.of(2022, 1, 1);

    private LocalDate day;

    @BeforeEach
    void anotherDay() {
        day = next;
        next = next.plusDays(2);
        standAt(noon());
    }

    @Test
    void a_day_is_told_with_its_payments_and_refunds_plain_or_packed() {
        var first = paid(number());
        var second = paid(number());
        var refund = refund(first, Money.yuan(65));
        channel.refund(refund);
        prepare(number());
        overnight();
        var ready = (Ready) channel.statement(day);
        assertThat(ready.hash()).hasSize(64);
        assertThat(ready.lines()).hasSize(3);
        assertThat(ready.lines().get(0)).isEqualTo(line(first));
        assertThat(ready.lines().get(1)).isEqualTo(line(second));
        assertThat(ready.lines().get(2)).satisfies(out -> {
            assertThat(out.kind()).isEqualTo(StatementLine.Kind.OUT);
            assertThat(out.number()).isEqualTo(refund.number());
            assertThat(out.amount()).isEqualTo(Money.yuan(65));
            assertThat(out.payer()).isEqualTo("GK7");
        });
        var statements = new WechatStatements(gateway().wechat(), connection());
        assertThat(statements.of(day, null)).as("as a plain file").isEqualTo(ready);
        assertThat(statements.of(day, TarType.GZIP)).isEqualTo(ready);
    }

    @Test
    void a_payment_belongs_to_the_day_on_which_it_was_made_to_the_second() {
        standAt(Shanghai.startOf(day.plusDays(1)).minus(Duration.ofSeconds(30)));
        var last = paid(number());
        standAt(Shanghai.startOf(day.plusDays(1)));
        var next = paid(number());
        standAt(Shanghai.startOf(day.plusDays(2)).plus(Duration.ofHours(10)));
        assertThat(((Ready) channel.statement(day)).lines()).containsExactly(line(last));
        assertThat(((Ready) channel.statement(day.plusDays(1))).lines()).containsExactly(line(next));
    }

    @Test
    void a_day_without_trade_is_an_empty_statement_and_a_day_that_is_not_over_none_yet() {
        overnight();
        assertThat(channel.statement(day))
                .isInstanceOfSatisfying(
                        Ready.class, ready -> assertThat(ready.lines()).isEmpty());
        assertThat(channel.statement(day.plusDays(1))).isInstanceOf(NotYet.class);
    }

    @Test
    void before_it_is_written_there_is_none_yet() {
        paid(number());
        standAt(Shanghai.startOf(day.plusDays(1)).plus(Duration.ofHours(8)));
        assertThat(channel.statement(day))
                .isInstanceOfSatisfying(
                        NotYet.class, yet -> assertThat(yet.why()).contains("STATEMENT_CREATING"));
        overnight();
        assertThat(channel.statement(day)).isInstanceOf(Ready.class);
        gateway().control("fail=1");
        assertThat(channel.statement(day)).isInstanceOf(NotYet.class);
        gateway().control("statement=late");
        assertThat(channel.statement(day)).isInstanceOf(NotYet.class);
    }

    @Test
    void a_file_that_does_not_fit_its_hash_is_broken() {
        paid(number());
        overnight();
        gateway().control("statement=hash");
        assertThat(channel.statement(day))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .asString()
                                .contains("校验值"));
    }

    @Test
    void a_file_that_was_cut_off_is_broken_and_says_where() {
        paid(number());
        paid(number());
        overnight();
        gateway().control("statement=cut");
        assertThat(channel.statement(day))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.problems())
                                .anySatisfy(problem -> assertThat(problem).startsWith("第 3 行"))
                                .anySatisfy(problem -> assertThat(problem).contains("没有汇总行")));
    }

    @Test
    void a_file_in_another_encoding_is_broken() {
        paid(number());
        overnight();
        gateway().control("statement=gbk");
        assertThat(channel.statement(day))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.problems()).containsExactly("账单不是 UTF-8 编码，没有读入。"));
    }

    @Test
    void a_statement_that_lies_is_read_and_is_ours_to_compare() {
        paid(number());
        overnight();
        gateway().control("lie=100&impostor=1");
        assertThat(((Ready) channel.statement(day)).lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(Money.yuan(366));
            assertThat(line.payer()).isEqualTo("GK0");
        });
    }

    private static StatementLine line(Paid paid) {
        return new StatementLine(
                StatementLine.Kind.IN,
                paid.transaction(),
                paid.orderNumber(),
                paid.amount(),
                paid.paidAt(),
                paid.payer());
    }

    private Instant noon() {
        return Shanghai.startOf(day).plus(Duration.ofHours(12));
    }

    private void overnight() {
        standAt(Shanghai.startOf(day.plusDays(1)).plus(Duration.ofHours(10)));
    }

    private WechatConnection connection() {
        return new WechatConnection(gateway().wechat(), Duration.ofSeconds(2));
    }

    private RefundOrder refund(Paid paid, Money amount) {
        return new RefundOrder(
                number(),
                paid.orderNumber(),
                paid.transaction(),
                amount,
                FEE,
                "退费",
                URI.create("http://127.0.0.1:9/payment/notifications/wechat"));
    }
}
