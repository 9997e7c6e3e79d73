package org.gongkao.channel.alipay;

import java.util.function.Function;

/** 支付宝应答。What came back of one call, as far as it can be believed. */
sealed interface AlipayAnswer<T> {

    <R> R told(Function<T, R> said, Function<String, R> refused, Function<String, R> nothing);

    /** Signed, fresh and with content. */
    record Said<T>(T content) implements AlipayAnswer<T> {
        @Override
        public <R> R told(Function<T, R> said, Function<String, R> refused, Function<String, R> nothing) {
            return said.apply(content);
        }
    }

    /** A signed and fresh no, with its code. */
    record Refused<T>(String code) implements AlipayAnswer<T> {
        @Override
        public <R> R told(Function<T, R> said, Function<String, R> refused, Function<String, R> nothing) {
            return refused.apply(code);
        }
    }

    /** Nobody answered, or nobody whom we believe, or the other side did not know itself. */
    record Nothing<T>(String why) implements AlipayAnswer<T> {
        @Override
        public <R> R told(Function<T, R> said, Function<String, R> refused, Function<String, R> nothing) {
            return nothing.apply(why);
        }
    }
}
