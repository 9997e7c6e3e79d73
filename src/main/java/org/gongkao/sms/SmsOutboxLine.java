package org.gongkao.sms;

import java.time.Instant;

/** 发件箱短信。A message of the demo's outbox, with the number it would have gone to. */
public record SmsOutboxLine(Instant at, String number, String text) {

    @Override
    public String toString() {
        return "SmsOutboxLine[masked]";
    }
}
