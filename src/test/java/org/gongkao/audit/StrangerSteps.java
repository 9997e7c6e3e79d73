package org.gongkao.audit;

import org.springframework.stereotype.Component;

/** Ends the minute in which strangers are counted, so that no test counts on with the tries of another. */
@Component
public class StrangerSteps {

    private final Strangers strangers;

    StrangerSteps(Strangers strangers) {
        this.strangers = strangers;
    }

    public void endTheMinute() {
        strangers.close();
    }
}
