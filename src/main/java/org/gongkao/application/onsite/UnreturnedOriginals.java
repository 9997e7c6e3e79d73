package org.gongkao.application.onsite;

import org.gongkao.application.Outstanding;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.springframework.stereotype.Component;

/** 未退还的原件。What a closing of the review lists as still lying at the agency. */
@Component
class UnreturnedOriginals implements Outstanding {

    private final VisitLists lists;

    UnreturnedOriginals(VisitLists lists) {
        this.lists = lists;
    }

    @Override
    public String label() {
        return "未退还的原件";
    }

    @Override
    public long count(int year, Office agency, Actor by) {
        return lists.held(year, agency.toString());
    }
}
