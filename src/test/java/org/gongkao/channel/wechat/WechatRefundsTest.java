package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer.Done;
import org.gongkao.channel.RefundAnswer.NoAnswer;
import org.gongkao.channel.RefundAnswer.NotRefunded;
import org.gongkao.channel.RefundAnswer.Stuck;
import org.gongkao.channel.RefundAnswer.Working;
import org.gongkao.channel.RefundOrder;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

/** 微信支付退款. */
class WechatRefundsTest extends CounterpartTest {

    @Test
    void all_of_it_goes_back_and_a_message_says_so() {
        var paid = paid(number());
        await().until(() -> told.size() == 1);
        var refund = refund(number(), paid, FEE);
        assertThat(channel.refund(refund)).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.refundNumber()).isEqualTo(refund.number());
            assertThat(done.amount()).isEqualTo(FEE);
            assertThat(done.at()).isBetween(NOW, NOW.plusSeconds(60));
            assertThat(channel.queryRefund(refund)).isEqualTo(done);
            await().until(() -> told.size() == 2);
            assertThat(told.getLast().reading()).isInstanceOfSatisfying(Reading.OfRefund.class, reading -> {
                assertThat(reading.refundNumber()).isEqualTo(refund.number());
                assertThat(reading.answer()).isEqualTo(done);
            });
        });
        assertThat(channel.query(paid.orderNumber()))
                .as("money came, whatever became of it")
                .isInstanceOf(Paid.class);
    }

    @Test
    void one_number_is_one_refund_and_more_than_was_paid_never_goes_back() {
        var paid = paid(number());
        var part = refund(number(), paid, Money.yuan(300));
        var once = channel.refund(part);
        assertThat(channel.refund(part)).as("asked twice").isEqualTo(once);
        assertThat(channel.refund(refund(number(), paid, Money.yuan(66))))
                .isInstanceOfSatisfying(
                        NotRefunded.class, no -> assertThat(no.why()).contains("INVALID_REQUEST"));
        assertThat(channel.refund(refund(number(), paid, Money.yuan(65)))).isInstanceOf(Done.class);
        assertThat(channel.refund(refund(number(), paid, new Money(1)))).isInstanceOf(NotRefunded.class);
        assertThat(channel.refund(refund(part.number(), paid, Money.yuan(1))))
                .as("another amount under the number of a refund: what is there is told")
                .isEqualTo(once);
    }

    @Test
    void a_refund_on_its_way_is_neither_done_nor_refused_until_it_ends() {
        var paid = paid(number());
        var refund = refund(number(), paid, FEE);
        gateway().control("refund=working");
        told.clear();
        assertThat(channel.refund(refund)).isInstanceOf(Working.class);
        assertThat(channel.queryRefund(refund)).isInstanceOf(Working.class);
        gateway().control("refund=done");
        assertThat(channel.queryRefund(refund)).isInstanceOf(Done.class);
        await().until(() -> told.stream().anyMatch(one -> one.reading() instanceof Reading.OfRefund));
    }

    @Test
    void a_refund_that_fails_says_so_and_one_that_is_stuck_leaves_it_open() {
        var paid = paid(number());
        gateway().control("refund=failed");
        assertThat(channel.refund(refund(number(), paid, FEE))).isInstanceOf(NotRefunded.class);
        await().until(() -> told.stream()
                .anyMatch(one -> one.reading() instanceof Reading.OfRefund of && of.answer() instanceof NotRefunded));
        gateway().control("refund=abnormal");
        assertThat(channel.refund(refund(number(), paid, FEE)))
                .isInstanceOfSatisfying(
                        Stuck.class, stuck -> assertThat(stuck.why()).contains("商户平台"));
    }

    @Test
    void what_is_unknown_there_is_not_refunded_and_what_is_not_answered_is_unknown() {
        var paid = paid(number());
        var refund = refund(number(), paid, FEE);
        assertThat(channel.queryRefund(refund)).isInstanceOf(NotRefunded.class);
        gateway().control("fail=1");
        assertThat(channel.refund(refund)).isInstanceOf(NoAnswer.class);
        gateway().control("silent=1");
        assertThat(channel.refund(refund)).isInstanceOf(NoAnswer.class);
        assertThat(channel.queryRefund(refund)).as("it was carried out").isInstanceOf(Done.class);
        var unpaid = number();
        prepare(unpaid);
        var never = new RefundOrder(number(), unpaid, "4200000000000000001", FEE, FEE, "退费", address());
        assertThat(channel.refund(never)).isInstanceOf(NotRefunded.class);
    }

    @Test
    void a_lie_about_a_refund_is_ours_to_judge() {
        var paid = paid(number());
        gateway().control("lie=-1");
        assertThat(channel.refund(refund(number(), paid, FEE)))
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.amount()).isEqualTo(new Money(36_499)));
    }

    private RefundOrder refund(String number, Paid paid, Money amount) {
        return new RefundOrder(number, paid.orderNumber(), paid.transaction(), amount, FEE, "取消申报，按规定退费", address());
    }

    private URI address() {
        return order("any", FEE, org.gongkao.channel.ChannelOrder.Device.DESKTOP)
                .notifyUrl();
    }
}
