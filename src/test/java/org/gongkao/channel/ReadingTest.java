package org.gongkao.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.gongkao.shared.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A message may be kept by one version of the program and settled by the next: its form as text does not change. */
class ReadingTest {

    private static final Instant AT = Instant.parse("2023-04-08T01:00:05.5Z");

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Arguments> readings() {
        return Stream.of(
                Arguments.of(
                        new Reading.OfOrder(
                                "m", "o_1", new ChannelAnswer.Paid("o_1", "42", Money.yuan(365), "GK7", AT)),
                        """
                        {"@type":"OfOrder","id":"m","orderNumber":"o_1","answer":{"@type":"Paid","orderNumber":"o_1",\
                        "transaction":"42","amount":{"fen":36500},"payer":"GK7","paidAt":"2023-04-08T01:00:05.500Z"}}"""),
                Arguments.of(
                        new Reading.OfOrder("m", "o_1", new ChannelAnswer.Paid("o_1", "42", Money.ZERO, null, AT)),
                        """
                        {"@type":"OfOrder","id":"m","orderNumber":"o_1","answer":{"@type":"Paid","orderNumber":"o_1",\
                        "transaction":"42","amount":{"fen":0},"payer":null,"paidAt":"2023-04-08T01:00:05.500Z"}}"""),
                Arguments.of(new Reading.OfOrder("m", "o_1", new ChannelAnswer.NotPaid("已关闭")), """
                        {"@type":"OfOrder","id":"m","orderNumber":"o_1","answer":{"@type":"NotPaid","why":"已关闭"}}"""),
                Arguments.of(new Reading.OfOrder("m", "o_1", new ChannelAnswer.Awaiting(null)), """
                        {"@type":"OfOrder","id":"m","orderNumber":"o_1","answer":{"@type":"Awaiting","way":null}}"""),
                Arguments.of(
                        new Reading.OfRefund("m", "R1", new RefundAnswer.Done("R1", "50", Money.yuan(60), AT)), """
                        {"@type":"OfRefund","id":"m","refundNumber":"R1","answer":{"@type":"Done","refundNumber":"R1",\
                        "transaction":"50","amount":{"fen":6000},"at":"2023-04-08T01:00:05.500Z"}}"""),
                Arguments.of(new Reading.OfRefund("m", "R1", new RefundAnswer.Working()), """
                        {"@type":"OfRefund","id":"m","refundNumber":"R1","answer":{"@type":"Working"}}"""),
                Arguments.of(new Reading.OfRefund("m", "R1", new RefundAnswer.Stuck("账户异常")), """
                        {"@type":"OfRefund","id":"m","refundNumber":"R1","answer":{"@type":"Stuck","why":"账户异常"}}"""),
                Arguments.of(new Reading.OfRefund("m", "R1", new RefundAnswer.NotRefunded("已关闭")), """
                        {"@type":"OfRefund","id":"m","refundNumber":"R1","answer":{"@type":"NotRefunded","why":"已关闭"}}"""),
                Arguments.of(new Reading.OfRefund("m", "R1", new RefundAnswer.NoAnswer("超时")), """
                        {"@type":"OfRefund","id":"m","refundNumber":"R1","answer":{"@type":"NoAnswer","why":"超时"}}"""));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void what_was_kept_is_read_again_as_it_was_said(Reading said, String text) {
        assertThat(json.writerFor(Reading.class).writeValueAsString(said)).isEqualTo(text);
        assertThat(json.readValue(text, Reading.class)).isEqualTo(said);
    }
}
