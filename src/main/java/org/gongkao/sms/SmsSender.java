package org.gongkao.sms;

/** 短信通道。Hands a message over to whoever delivers it; refuses when nobody took it. Never called inside a transaction. */
public interface SmsSender {

    void send(SmsMessage message);
}
