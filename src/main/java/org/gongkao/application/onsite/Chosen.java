package org.gongkao.application.onsite;

import org.gongkao.shared.Refusal;

/** Reads which time was chosen on a page. */
final class Chosen {

    private Chosen() {}

    static long slot(String typed) {
        if (!typed.matches("[0-9]{1,18}")) {
            throw new Refusal(OnSiteRefusal.SLOT_NOT_CHOSEN);
        }
        return Long.parseLong(typed);
    }
}
