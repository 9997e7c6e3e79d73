package org.gongkao.person;

import org.gongkao.sms.SmsMessage;
import org.gongkao.sms.SmsSender;
import org.springframework.stereotype.Component;

/**
 * 短信通知。Sends a sentence to a person's phone without the number leaving this module. Answers false when the person has
 * none. Called after the commit, never inside a transaction.
 */
@Component
public class Texting {

    private final PersonRows persons;
    private final SmsSender sender;

    Texting(PersonRows persons, SmsSender sender) {
        this.persons = persons;
        this.sender = sender;
    }

    public boolean send(long personId, String sentence) {
        return persons.phoneOf(personId).map(number -> sent(number, sentence)).orElse(false);
    }

    /** To the number that a person had before a change or a re-binding. */
    public boolean sendToFormer(long formerPhoneId, String sentence) {
        return persons.formerPhone(formerPhoneId)
                .map(number -> sent(number, sentence))
                .orElse(false);
    }

    /** To a number that is not yet anybody's: the one-time code that proves it. */
    public void send(Phone phone, String sentence) {
        sender.send(new SmsMessage(phone.whole(), sentence));
    }

    private boolean sent(String number, String sentence) {
        sender.send(new SmsMessage(number, sentence));
        return true;
    }
}
