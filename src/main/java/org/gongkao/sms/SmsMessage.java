package org.gongkao.sms;

/** 短信。One text to one number. Neither of them is ever logged. */
public record SmsMessage(String number, String text) {

    @Override
    public String toString() {
        return "SmsMessage[masked]";
    }
}
