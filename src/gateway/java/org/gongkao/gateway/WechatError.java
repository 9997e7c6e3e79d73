package org.gongkao.gateway;

/** 微信支付错误。An answer with a code and a sentence, as the provider words them. */
final class WechatError extends RuntimeException {

    final int status;
    final String code;

    WechatError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    Response response() {
        return Response.of(
                status, "application/json; charset=utf-8", Json.write(Json.of("code", code, "message", getMessage())));
    }
}
