package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.RSAAutoCertificateConfig;
import com.wechat.pay.java.core.certificate.AutoCertificateService;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.gongkao.channel.ChannelAnswer.Awaiting;
import org.gongkao.channel.ChannelAnswer.NoAnswer;
import org.gongkao.channel.ChannelAnswer.NotPaid;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.ChannelOrder.Device;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.Reading;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

/** 微信支付下单、付款、查询、关单、通知. */
class WechatOrdersTest extends CounterpartTest {

    @Test
    void an_order_is_prepared_as_a_code_paid_at_its_page_and_asked_about() {
        var number = number();
        var page = page(prepare(number));
        assertThat(look(page)).contains("演示收银台", "微信支付", "¥365.00", "确认支付", "2023年4月14日 24:00", "考核费");
        assertThat(channel.query(number)).isEqualTo(new Awaiting(null));
        assertThat(press(page, "pay").statusCode()).isEqualTo(303);
        assertThat(look(page)).contains("支付成功").doesNotContain("返回缴费单");
        assertThat(channel.query(number)).isInstanceOfSatisfying(Paid.class, paid -> {
            assertThat(paid.orderNumber()).isEqualTo(number);
            assertThat(paid.amount()).isEqualTo(FEE);
            assertThat(paid.payer()).isEqualTo("GK7");
            assertThat(paid.transaction()).matches("42000\\d+");
            assertThat(paid.paidAt()).as("in the platform's time").isBetween(NOW, NOW.plusSeconds(60));
        });
    }

    @Test
    void the_message_of_a_payment_is_verified_and_opened_by_the_providers_own_parser() {
        var number = number();
        var paid = paid(number);
        await().until(() -> !told.isEmpty());
        assertThat(told.getFirst().reading()).isInstanceOfSatisfying(Reading.OfOrder.class, reading -> {
            assertThat(reading.orderNumber()).isEqualTo(number);
            assertThat(reading.answer()).as("the same that a query says").isEqualTo(paid);
            assertThat(reading.id()).isNotBlank();
        });
        assertThat(told.getFirst().raw().body())
                .as("nothing of it is legible on the way")
                .doesNotContain(number, "GK7", "36500");
    }

    @Test
    void who_holds_the_phone_is_led_to_the_providers_page_and_back() {
        var number = number();
        var answer = channel.prepare(order(number, FEE, Device.PHONE));
        assertThat(((Awaiting) answer).way()).isInstanceOf(PayWay.Page.class);
        assertThat(look(page(answer))).contains("确认支付 ¥365.00", "返回缴费单", "/charges/1/returned");
        var form = HttpRequest.newBuilder(page(answer))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "act=pay&back=" + order(number, FEE, Device.PHONE).returnUrl()))
                .build();
        assertThat(browse(form).headers().firstValue("Location").orElse("")).endsWith("/charges/1/returned");
        assertThat(channel.query(number)).isInstanceOf(Paid.class);
    }

    @Test
    void asking_twice_gives_the_same_code_and_another_amount_under_its_number_is_refused_without_a_verdict() {
        var number = number();
        assertThat(prepare(number)).isEqualTo(prepare(number));
        assertThat(channel.prepare(order(number, Money.yuan(1), Device.DESKTOP)))
                .as("the other order may still be paid")
                .isInstanceOfSatisfying(
                        NoAnswer.class, none -> assertThat(none.why()).contains("同号", "INVALID_REQUEST"));
        assertThat(channel.prepare(order(number, FEE, Device.PHONE))).isInstanceOf(NoAnswer.class);
        assertThat(channel.query(number)).isInstanceOf(Awaiting.class);
    }

    @Test
    void preparing_what_is_paid_says_that_it_is_paid() {
        var number = number();
        var paid = paid(number);
        assertThat(prepare(number)).isEqualTo(paid);
    }

    @Test
    void a_closed_order_is_never_paid_and_an_unknown_one_says_so() {
        var number = number();
        var page = page(prepare(number));
        assertThat(channel.close(number)).isInstanceOf(NotPaid.class);
        assertThat(channel.close(number)).as("once more").isInstanceOf(NotPaid.class);
        press(page, "pay");
        assertThat(look(page)).contains("订单已关闭");
        assertThat(channel.query(number)).isInstanceOf(NotPaid.class);
        assertThat(prepare(number)).as("its number is used up").isInstanceOf(NotPaid.class);
        assertThat(channel.query(number())).isInstanceOf(NotPaid.class);
        assertThat(channel.close(number())).isInstanceOf(NotPaid.class);
    }

    @Test
    void closing_a_paid_order_says_that_it_is_paid() {
        var number = number();
        var paid = paid(number);
        assertThat(channel.close(number)).isEqualTo(paid);
    }

    @Test
    void a_payment_that_fails_can_be_tried_again() {
        var number = number();
        var page = page(prepare(number));
        press(page, "fail");
        assertThat(channel.query(number)).isInstanceOf(Awaiting.class);
        press(page, "pay");
        assertThat(channel.query(number)).isInstanceOf(Paid.class);
    }

    @Test
    void nothing_is_paid_after_the_bell_and_what_was_paid_before_it_stays_so() {
        var late = number();
        var early = number();
        var page = page(prepare(late));
        standAt(DEADLINE.minusSeconds(20));
        var paid = paid(early);
        assertThat(paid.paidAt()).isBefore(DEADLINE);
        standAt(DEADLINE);
        press(page, "pay");
        assertThat(look(page)).contains("订单已关闭");
        assertThat(channel.query(late)).isInstanceOf(Awaiting.class);
        assertThat(channel.close(late)).isInstanceOf(NotPaid.class);
        assertThat(channel.query(early)).isEqualTo(paid);
        assertThat(prepare(number())).as("a bell that has rung").isInstanceOf(NotPaid.class);
    }

    @Test
    void amounts_that_are_none_are_not_accepted() {
        assertThat(channel.prepare(order(number(), Money.ZERO, Device.DESKTOP))).isInstanceOf(NotPaid.class);
        assertThat(channel.prepare(order(number(), new Money(-1), Device.DESKTOP)))
                .isInstanceOf(NotPaid.class);
        assertThat(channel.prepare(order(number(), new Money(1L << 40), Device.DESKTOP)))
                .isInstanceOf(NoAnswer.class);
    }

    @Test
    void messages_come_again_until_they_are_thanked_for_each_signed_anew_under_the_same_id() {
        refusals.set(2);
        paid(number());
        await().until(() -> told.size() == 3);
        assertThat(told.stream().map(one -> one.raw().header("wechatpay-signature")))
                .doesNotHaveDuplicates();
        assertThat(told.stream()
                        .map(one -> ((Reading.OfOrder) one.reading()).id())
                        .distinct())
                .hasSize(1);
        assertThat(told.stream()
                        .map(one -> ((Reading.OfOrder) one.reading()).answer())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_lie_is_told_in_message_and_query_alike_and_is_ours_to_judge() {
        gateway().control("duplicate=3&lie=-100");
        var number = number();
        assertThat(paid(number).amount()).isEqualTo(Money.yuan(364));
        await().until(() -> told.size() == 3);
        assertThat(told)
                .allSatisfy(one -> assertThat(((Reading.OfOrder) one.reading()).answer())
                        .isInstanceOfSatisfying(
                                Paid.class, paid -> assertThat(paid.amount()).isEqualTo(Money.yuan(364))));
        gateway().control("lie=0&impostor=1&duplicate=1");
        assertThat(paid(number()).payer()).isEqualTo("GK0");
    }

    @Test
    void an_answer_that_fails_or_does_not_come_leaves_the_order_unknown_and_the_order_may_be_there() {
        var number = number();
        gateway().control("fail=2");
        assertThat(prepare(number))
                .isInstanceOfSatisfying(
                        NoAnswer.class, none -> assertThat(none.why()).isEqualTo("500 SYSTEM_ERROR"));
        assertThat(channel.close(number)).isInstanceOf(NoAnswer.class);
        assertThat(channel.query(number)).as("it was not carried out").isInstanceOf(NotPaid.class);
        gateway().control("silent=1");
        assertThat(prepare(number)).isInstanceOf(NoAnswer.class);
        assertThat(channel.query(number)).as("it was carried out").isInstanceOf(Awaiting.class);
    }

    @Test
    void messages_are_lost_late_and_out_of_order_when_that_is_asked_for() {
        gateway().control("drop=1");
        var lost = number();
        var next = number();
        paid(lost);
        paid(next);
        await().until(() -> told.size() == 1);
        assertThat(((Reading.OfOrder) told.getFirst().reading()).orderNumber()).isEqualTo(next);
        told.clear();
        gateway().control("reorder=1");
        var first = number();
        var second = number();
        paid(first);
        assertThat(told).isEmpty();
        paid(second);
        await().until(() -> told.size() == 2);
        told.clear();
        gateway().control("reorder=0&delay=700");
        paid(number());
        assertThat(told).isEmpty();
        await().until(() -> told.size() == 1);
    }

    @Test
    void whoever_does_not_know_the_secret_sets_no_switch_and_the_page_shows_no_strangers_order() {
        var anybody = HttpRequest.newBuilder(gateway().url().resolve("/control"))
                .POST(HttpRequest.BodyPublishers.ofString("lie=1"))
                .build();
        assertThat(browse(anybody).statusCode()).isEqualTo(401);
        assertThat(look(gateway().url().resolve("/pay/0123"))).contains("没有找到订单");
    }

    @Test
    void the_certificates_are_served_to_the_providers_own_program() {
        var access = gateway().wechat();
        var http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url(chain.request()
                                .url()
                                .newBuilder()
                                .scheme("http")
                                .host("127.0.0.1")
                                .port(Objects.requireNonNull(access.endpoint()).getPort())
                                .build())
                        .build()))
                .callTimeout(Duration.ofSeconds(5))
                .build();
        try {
            var config = new RSAAutoCertificateConfig.Builder()
                    .merchantId(access.merchant())
                    .privateKey(access.privateKey())
                    .merchantSerialNumber(access.serial())
                    .apiV3Key(access.apiKey())
                    .httpClientBuilder(new DefaultHttpClientBuilder().okHttpClient(http))
                    .build();
            var number = number();
            prepare(number);
            var request = new QueryOrderByOutTradeNoRequest();
            request.setMchid(access.merchant());
            request.setOutTradeNo(number);
            var answer = new NativePayService.Builder()
                    .httpClient(new DefaultHttpClientBuilder()
                            .config(config)
                            .okHttpClient(http)
                            .build())
                    .build()
                    .queryOrderByOutTradeNo(request);
            assertThat(answer.getOutTradeNo()).isEqualTo(number);
        } finally {
            AutoCertificateService.shutdown();
        }
    }
}
