package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlipayNotificationTest {

    /** 10:00 in Luoyang. */
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    private final AlipayChannel channel =
            new AlipayChannel(AlipayTestKeys.access(URI.create("http://127.0.0.1:9")), () -> NOW);

    @Test
    void a_payment_is_told_with_its_amount_its_payer_and_its_time() {
        assertThat(channel.read(raw(AlipayTestKeys.signed(paid()))))
                .isEqualTo(new Reading.OfOrder(
                        "2026030100222095958001",
                        "C1_1",
                        new ChannelAnswer.Paid(
                                "C1_1",
                                "2026030122001",
                                Money.yuan(365),
                                "GK7",
                                Instant.parse("2026-03-01T01:59:58Z"))));
    }

    @Test
    void the_same_message_is_read_the_same_way_each_time() {
        var body = AlipayTestKeys.signed(paid());
        assertThat(channel.read(raw(body))).isEqualTo(channel.read(raw(body)));
    }

    @Test
    void states_are_read_as_what_they_mean_for_the_money() {
        assertThat(answer(with("trade_status", "TRADE_FINISHED"))).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(answer(with("trade_status", "WAIT_BUYER_PAY"))).isEqualTo(new ChannelAnswer.Awaiting(null));
        assertThat(answer(with("trade_status", "TRADE_CLOSED")))
                .as("all of it has gone back, so it had come")
                .isInstanceOf(ChannelAnswer.Paid.class);
        var unpaid = with("trade_status", "TRADE_CLOSED");
        unpaid.remove("gmt_payment");
        assertThat(answer(unpaid)).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void a_message_about_a_refund_says_that_the_order_was_paid() {
        var refunded = with("refund_fee", "100.00");
        refunded.put("out_biz_no", "R1");
        refunded.put("gmt_refund", "2026-03-01 09:59:59.123");
        assertThat(answer(refunded)).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void a_payer_that_is_not_named_is_none() {
        var unnamed = paid();
        unnamed.remove("passback_params");
        assertThat(((ChannelAnswer.Paid) answer(unnamed)).payer()).isNull();
    }

    @Test
    void what_is_not_signed_is_not_read() {
        var unsigned = paid();
        unsigned.put("sign_type", "RSA2");
        assertRefused(MessageVerdict.UNSIGNED, AlipayTestKeys.form(unsigned));
        unsigned.put("sign", "");
        assertRefused(MessageVerdict.UNSIGNED, AlipayTestKeys.form(unsigned));
    }

    @Test
    void what_is_not_alipays_is_forged() {
        var body = AlipayTestKeys.signed(paid());
        assertRefused(MessageVerdict.FORGED, body.replace("365.00", "0.01"));
        assertRefused(MessageVerdict.FORGED, body + "&more=1");
        assertRefused(MessageVerdict.FORGED, body.replace("sign_type=RSA2", "sign_type=RSA"));
        assertRefused(MessageVerdict.FORGED, body.replace("sign=", "sign=AAAA"));
        assertRefused(MessageVerdict.FORGED, body.replaceFirst("sign=[^&]*", "sign=%E4%B8%8D"));
        assertRefused(MessageVerdict.FORGED, body.substring(0, body.length() - 1));
        var other = new AlipayChannel(
                new AlipayAccess(
                        "2021000000000001",
                        "2088000000000001",
                        AlipayTestKeys.privateKey(),
                        AlipayTestKeys.appPublicKey(),
                        URI.create("http://127.0.0.1:9")),
                () -> NOW);
        assertThat(other.read(raw(body))).as("with another key").isEqualTo(new Reading.Refused(MessageVerdict.FORGED));
    }

    @Test
    void a_truncated_body_is_never_taken() {
        var body = AlipayTestKeys.signed(paid());
        for (int length = 0; length < body.length(); length++) {
            assertThat(channel.read(raw(body.substring(0, length))))
                    .as("%d of %d", length, body.length())
                    .isIn(new Reading.Refused(MessageVerdict.UNSIGNED), new Reading.Refused(MessageVerdict.FORGED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"total_amount=0.01", "total_amount=365.00", "out_trade_no=C9_1", "sign=AAAA", "trade_status="})
    void a_field_that_comes_twice_is_forged_wherever_it_stands(String twice) {
        var body = AlipayTestKeys.signed(paid());
        assertRefused(MessageVerdict.FORGED, body + "&" + twice);
        assertRefused(MessageVerdict.FORGED, twice + "&" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "a", "%zz=1&sign=A", "a=%E4%&sign=A", "{\"sign\":\"A\"}"})
    void what_is_no_form_is_forged_or_unsigned(String body) {
        assertThat(channel.read(raw(body)))
                .isIn(new Reading.Refused(MessageVerdict.UNSIGNED), new Reading.Refused(MessageVerdict.FORGED));
    }

    @Test
    void what_is_for_another_application_or_seller_is_misdirected() {
        assertRefused(MessageVerdict.MISDIRECTED, with("app_id", "2021000000000002"));
        assertRefused(MessageVerdict.MISDIRECTED, with("seller_id", "2088000000000002"));
        var silent = paid();
        silent.remove("seller_id");
        assertRefused(MessageVerdict.MISDIRECTED, silent);
    }

    @Test
    void what_was_sent_at_another_time_is_stale() {
        assertRefused(MessageVerdict.STALE, with("notify_time", "2026-03-01 09:54:59"));
        assertRefused(MessageVerdict.STALE, with("notify_time", "2026-03-01 10:05:01"));
        assertRefused(MessageVerdict.STALE, with("notify_time", "2025-03-01 10:00:00"));
        assertThat(answer(with("notify_time", "2026-03-01 09:55:01"))).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-365.00",
                "10000000.00",
                "1000000000",
                "1000000000.00",
                "365.001",
                "3.65e2",
                "365,00",
                "NaN"
            })
    void an_amount_that_no_payment_has_is_broken(String amount) {
        assertRefused(MessageVerdict.BROKEN, with("total_amount", amount));
    }

    @Test
    void what_says_too_little_is_broken() {
        for (var name : new String[] {
            "total_amount",
            "trade_no",
            "out_trade_no",
            "gmt_payment",
            "notify_id",
            "notify_time",
            "notify_type",
            "trade_status"
        }) {
            var less = paid();
            less.remove(name);
            assertRefused(MessageVerdict.BROKEN, less);
            assertRefused(MessageVerdict.BROKEN, with(name, ""));
        }
        assertRefused(MessageVerdict.BROKEN, with("trade_status", "TRADE_PENDING"));
        assertRefused(MessageVerdict.BROKEN, with("gmt_payment", "2026-02-30 09:59:58"));
        assertRefused(MessageVerdict.BROKEN, with("notify_time", "1772330400"));
        assertRefused(MessageVerdict.BROKEN, with("out_trade_no", "C1 1; drop table"));
        assertRefused(MessageVerdict.BROKEN, with("notify_id", "x".repeat(129)));
        assertRefused(MessageVerdict.BROKEN, with("passback_params", "%zz"));
        assertRefused(MessageVerdict.BROKEN, with("notify_type", "dut_user_sign"));
    }

    @Test
    void the_sender_is_told_in_its_own_word_whether_to_stop() {
        for (var verdict : MessageVerdict.values()) {
            var reply = channel.reply(verdict);
            assertThat(reply.body()).as(verdict.name()).isEqualTo(verdict.isThanked() ? "success" : "fail");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.contentType()).startsWith("text/plain");
        }
    }

    private ChannelAnswer answer(Map<String, String> fields) {
        var reading = channel.read(raw(AlipayTestKeys.signed(fields)));
        assertThat(reading).isInstanceOf(Reading.OfOrder.class);
        return ((Reading.OfOrder) reading).answer();
    }

    private void assertRefused(MessageVerdict verdict, Map<String, String> fields) {
        assertRefused(verdict, AlipayTestKeys.signed(fields));
    }

    private void assertRefused(MessageVerdict verdict, String body) {
        assertThat(channel.read(raw(body))).as(body).isEqualTo(new Reading.Refused(verdict));
    }

    private static Map<String, String> with(String name, String value) {
        var fields = paid();
        ((Consumer<Map<String, String>>) map -> map.put(name, value)).accept(fields);
        return fields;
    }

    private static Map<String, String> paid() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("app_id", "2021000000000001");
        fields.put("auth_app_id", "2021000000000001");
        fields.put("buyer_id", "2088101117955611");
        fields.put("buyer_logon_id", "159****5620");
        fields.put("charset", "utf-8");
        fields.put("fund_bill_list", "[{\"amount\":\"365.00\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
        fields.put("gmt_create", "2026-03-01 09:59:50");
        fields.put("gmt_payment", "2026-03-01 09:59:58");
        fields.put("notify_id", "2026030100222095958001");
        fields.put("notify_time", "2026-03-01 09:59:59");
        fields.put("notify_type", "trade_status_sync");
        fields.put("out_trade_no", "C1_1");
        fields.put("passback_params", "GK7");
        fields.put("seller_id", "2088000000000001");
        fields.put("subject", "2023年度工考 三级（高级工）");
        fields.put("total_amount", "365.00");
        fields.put("trade_no", "2026030122001");
        fields.put("trade_status", "TRADE_SUCCESS");
        fields.put("version", "1.0");
        return fields;
    }

    private static RawMessage raw(String body) {
        return new RawMessage(Map.of(), body);
    }
}
