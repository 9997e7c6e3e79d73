package org.gongkao.payment;

import java.util.Map;
import java.util.UUID;

/** Signs as the counterpart whose public key the tests' configuration carries. */
public final class CounterpartSigner {

    private static final MessageSignature COUNTERPART = new MessageSignature(
            "MC4CAQAwBQYDK2VwBCIEIBbHnKURwrX00lBwCG30ktw9bEcqhcQBY8Jc0SlzA6+T",
            "MCowBQYDK2VwAyEAKyubZmYXouOiYwZtMTrX9mxCOj/2RglQr1/jCXY2cLQ=");

    /** 已签通知。A message with the headers that go with it. */
    public record Signed(String time, String nonce, String body, String signature) {}

    private CounterpartSigner() {}

    public static Signed sign(Map<String, String> fields, long epochSecond) {
        return sign(CounterpartMessage.encode(fields), epochSecond);
    }

    public static Signed sign(String body, long epochSecond) {
        var time = Long.toString(epochSecond);
        var nonce = UUID.randomUUID().toString();
        var text = MessageSignature.text("POST", "/payment/notifications/wechat", time, nonce, body);
        return new Signed(time, nonce, body, COUNTERPART.sign(text));
    }
}
