package org.gongkao.notification;

import org.gongkao.person.Texting;
import org.gongkao.shared.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 短信发送。Sends the text messages that are due, one by one, outside of any transaction. Taken before it is sent: a program
 * that dies in between loses one text rather than sending it twice, and the inbox has the message anyway.
 */
@Component
class SendingTexts {

    private static final Logger log = LoggerFactory.getLogger(SendingTexts.class);
    /** With {@link Messages#takeText}'s pauses some six hours: longer than a provider is usually out. */
    private static final int MOST_TRIES = 10;

    private final Messages messages;
    private final Texting texting;
    private final MachineClock clock;

    SendingTexts(Messages messages, Texting texting, MachineClock clock) {
        this.messages = messages;
        this.texting = texting;
        this.clock = clock;
    }

    /** Sends up to so many; answers how many were taken. */
    int send(int atMost) {
        int taken = 0;
        for (; taken < atMost; taken++) {
            var text = messages.takeText(clock.instant());
            if (text.isEmpty()) {
                break;
            }
            var outcome = outcome(text.get());
            messages.texted(text.get().id(), outcome);
            if (outcome == TextOutcome.DUE) {
                return taken + 1; // who did not take this one will hardly take the next at once
            }
        }
        return taken;
    }

    private TextOutcome outcome(Messages.Text text) {
        try {
            return given(text) ? TextOutcome.SENT : TextOutcome.NO_NUMBER;
        } catch (RuntimeException failed) {
            boolean again = messages.triesOf(text.id()) + 1 < MOST_TRIES;
            log.warn(
                    "Text of message {} was not taken by the provider; {}",
                    text.id(),
                    again ? "tried again" : "given up",
                    failed);
            return again ? TextOutcome.DUE : TextOutcome.FAILED;
        }
    }

    private boolean given(Messages.Text text) {
        return text.former()
                ? texting.sendToFormer(text.key(), text.sentence())
                : texting.send(text.key(), text.sentence());
    }
}
