package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.Reading.OfOrder;
import org.gongkao.channel.Reading.OfRefund;
import org.gongkao.channel.Reading.Refused;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.Reply;
import org.gongkao.channel.WechatAccess;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.shared.Money;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** 微信支付通知, also such as no counterpart would send. */
@NullUnmarked
class WechatMessagesTest {

    private static final long NOW = 1_700_000_000;
    private static final GatewayKeys KEYS = GatewayKeys.make();
    private static final WechatSigner SIGNER = new WechatSigner(KEYS);

    private final WechatAccess access = KEYS.wechat(null);
    private final WechatMessages messages = new WechatMessages(
            access, new WechatConnection(access, Duration.ofSeconds(1)), () -> Instant.ofEpochSecond(NOW));

    @Test
    void a_message_that_is_right_is_read() {
        assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7")))
                .isEqualTo(new OfOrder(
                        "id-1",
                        "C100001_1",
                        new Paid(
                                "C100001_1",
                                "4200001234567890",
                                Money.yuan(365),
                                "GK7",
                                Instant.parse("2023-04-10T01:00:01Z"))));
    }

    @Test
    void the_mark_of_the_payer_may_be_missing() {
        var reading = read(SIGNER.paid("C100001_1", 36500, "", "attach", null));
        assertThat(((Paid) ((OfOrder) reading).answer()).payer()).isNull();
    }

    @Test
    void what_is_not_signed_or_not_by_the_platform_is_refused() {
        var real = SIGNER.payment("id-1", SIGNER.paid("C100001_1", 36500, "GK7"), NOW);
        for (var header :
                new String[] {"wechatpay-signature", "wechatpay-serial", "wechatpay-timestamp", "wechatpay-nonce"}) {
            refused(
                    MessageVerdict.UNSIGNED,
                    new RawMessage(CounterpartTest.with(real.headers(), header, null), real.body()));
        }
        refused(MessageVerdict.FORGED, changed(real, "wechatpay-signature", "****"));
        refused(MessageVerdict.FORGED, changed(real, "wechatpay-signature", "WECHATPAY/SIGNTEST/b3RoZXI="));
        refused(MessageVerdict.FORGED, changed(real, "wechatpay-nonce", "another"));
        refused(MessageVerdict.FORGED, changed(real, "wechatpay-timestamp", Long.toString(NOW + 1)));
        refused(MessageVerdict.FORGED, changed(real, "wechatpay-serial", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"));
        refused(
                MessageVerdict.FORGED,
                new RawMessage(real.headers(), real.body().replace("id-1", "id-2")));
        refused(
                MessageVerdict.FORGED,
                new RawMessage(
                        real.headers(), real.body().substring(0, real.body().length() / 2)));
        var stranger = new WechatSigner(GatewayKeys.make());
        refused(MessageVerdict.FORGED, stranger.payment("id-1", stranger.paid("C100001_1", 36500, "GK7"), NOW));
    }

    @Test
    void what_is_older_or_newer_than_five_minutes_is_stale_though_the_providers_parser_takes_it() {
        var content = SIGNER.paid("C100001_1", 36500, "GK7");
        assertThat(messages.read(SIGNER.payment("id-1", content, NOW - 300))).isInstanceOf(OfOrder.class);
        assertThat(messages.read(SIGNER.payment("id-1", content, NOW + 300))).isInstanceOf(OfOrder.class);
        refused(MessageVerdict.STALE, SIGNER.payment("id-1", content, NOW - 301));
        refused(MessageVerdict.STALE, SIGNER.payment("id-1", content, NOW + 301));
    }

    @Test
    void amounts_of_zero_below_zero_and_beyond_all_measure_are_no_messages() {
        for (var amount : new Object[] {0, -36500, 1_000_000_000, "99999999999999", "365.5", "\"36500\"x", "null"}) {
            assertThat(read(SIGNER.paid("C100001_1", amount, "GK7")))
                    .as("%s", amount)
                    .isEqualTo(new Refused(MessageVerdict.BROKEN));
        }
    }

    @Test
    void what_is_well_signed_and_not_whole_is_broken() {
        refused(MessageVerdict.BROKEN, SIGNER.signed("", NOW));
        refused(MessageVerdict.BROKEN, SIGNER.signed("{}", NOW));
        refused(MessageVerdict.BROKEN, SIGNER.signed("[1,2", NOW));
        var body = SIGNER.body("id-1", "TRANSACTION.SUCCESS", "transaction", SIGNER.paid("C100001_1", 36500, "GK7"));
        refused(MessageVerdict.BROKEN, SIGNER.signed(body.substring(0, body.length() / 2), NOW));
        refused(MessageVerdict.BROKEN, SIGNER.signed(body.replace("\"ciphertext\":\"", "\"ciphertext\":\"AAAA"), NOW));
        refused(MessageVerdict.BROKEN, SIGNER.signed(body.replace("\"id\":\"id-1\",", ""), NOW));
        refused(MessageVerdict.BROKEN, SIGNER.signed(body.replace("TRANSACTION.SUCCESS", "COUPON.USE"), NOW));
        for (var missing :
                new String[] {"out_trade_no", "transaction_id", "trade_state", "success_time", "amount", "mchid"}) {
            assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7", missing, null)))
                    .as(missing)
                    .isEqualTo(new Refused(MessageVerdict.BROKEN));
        }
        assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7", "trade_state", "\"NOTPAY\"")))
                .as("a message of success about what is not paid")
                .isEqualTo(new Refused(MessageVerdict.BROKEN));
        assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7", "amount", "{\"total\":36500,\"currency\":\"USD\"}")))
                .isEqualTo(new Refused(MessageVerdict.BROKEN));
    }

    @Test
    void what_is_meant_for_another_merchant_or_another_application_is_misdirected() {
        assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7", "mchid", "\"1900000002\"")))
                .isEqualTo(new Refused(MessageVerdict.MISDIRECTED));
        assertThat(read(SIGNER.paid("C100001_1", 36500, "GK7", "appid", "\"wxfedcba\"")))
                .isEqualTo(new Refused(MessageVerdict.MISDIRECTED));
        refused(MessageVerdict.MISDIRECTED, refund(refundContent("1900000002", "SUCCESS", "36500")));
    }

    @Test
    void a_refund_is_read_and_a_broken_one_is_not() {
        assertThat(messages.read(refund(refundContent(access.merchant(), "SUCCESS", "36500"))))
                .isEqualTo(new OfRefund(
                        "id-1",
                        "T1",
                        new RefundAnswer.Done(
                                "T1", "50300001", Money.yuan(365), Instant.parse("2023-04-11T01:00:01Z"))));
        assertThat(((OfRefund) messages.read(refund(refundContent(access.merchant(), "CLOSED", "36500")))).answer())
                .isInstanceOf(RefundAnswer.NotRefunded.class);
        refused(MessageVerdict.BROKEN, refund(refundContent(access.merchant(), "SUCCESS", "0")));
        refused(MessageVerdict.BROKEN, refund(refundContent(access.merchant(), "SUCCESS", "-1")));
        refused(MessageVerdict.BROKEN, refund(refundContent(access.merchant(), "OTHERWISE", "1")));
        refused(MessageVerdict.BROKEN, refund("{}"));
    }

    @Test
    void it_thanks_for_what_was_taken_and_says_why_it_does_not() {
        assertThat(messages.reply(MessageVerdict.TAKEN))
                .isEqualTo(new Reply(200, "application/json; charset=utf-8", "{\"code\":\"SUCCESS\"}"));
        assertThat(messages.reply(MessageVerdict.REPEATED).status()).isEqualTo(200);
        for (var verdict : MessageVerdict.values()) {
            if (!verdict.isThanked()) {
                assertThat(messages.reply(verdict).status()).as("%s", verdict).isBetween(400, 499);
                assertThat(messages.reply(verdict).body()).contains("FAIL", verdict.label());
            }
        }
    }

    @Test
    void no_key_is_written_where_somebody_prints_the_access() {
        assertThat(access.toString())
                .contains(access.merchant())
                .doesNotContain(access.privateKey(), access.apiKey(), access.publicKey());
    }

    private Reading read(String content) {
        return messages.read(SIGNER.payment("id-1", content, NOW));
    }

    private static RawMessage refund(String content) {
        return SIGNER.signed(SIGNER.body("id-1", "REFUND.SUCCESS", "refund", content), NOW);
    }

    private static String refundContent(String merchant, String state, String fen) {
        return """
                {"mchid":"%s","transaction_id":"4200001","out_trade_no":"C100001_1","refund_id":"50300001",\
                "out_refund_no":"T1","refund_status":"%s","success_time":"2023-04-11T09:00:01+08:00",\
                "amount":{"total":36500,"refund":%s}}""".formatted(merchant, state, fen);
    }

    private void refused(MessageVerdict verdict, RawMessage message) {
        assertThat(messages.read(message)).isEqualTo(new Refused(verdict));
    }

    private static RawMessage changed(RawMessage message, String header, String value) {
        return new RawMessage(CounterpartTest.with(message.headers(), header, value), message.body());
    }
}
