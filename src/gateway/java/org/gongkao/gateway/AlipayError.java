package org.gongkao.gateway;

/** 支付宝错误。An answer with code, sentence and where to read on, as the provider's program wants to find it. */
final class AlipayError extends RuntimeException {

    final int status;
    final String code;

    AlipayError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    AlipayError(String code, String message) {
        this(400, code, message);
    }

    Response response() {
        return AlipayDesk.json(
                status,
                Json.of(
                        "code",
                        code,
                        "message",
                        getMessage(),
                        "links",
                        "https://open.alipay.com/api/detail?code=" + code));
    }
}
