package org.gongkao.notification;

import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 提醒时刻。As when the reminders are looked for, for tests of what they depend on. */
@Component
@Profile("test")
public class Reminded {

    private final Reminding reminding;

    Reminded(Reminding reminding) {
        this.reminding = reminding;
    }

    public void at(Instant now) {
        reminding.remind(now);
    }
}
