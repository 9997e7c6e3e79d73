package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.PaperMoved;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 流转纸质材料。An office receives, forwards, takes back or gives back a file on paper. */
@Component
class MovingPapers {

    private final PaperFiles papers;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MovingPapers(PaperFiles papers, Audit audit, ApplicationEventPublisher events) {
        this.papers = papers;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void act(String number, PaperAct act, int seenVersion, Actor by, Instant arrived) {
        var paper = papers.get(number, by).asSeenAt(seenVersion);
        // A receipt that somebody writes for the own papers proves nothing.
        if (Long.valueOf(paper.personId()).equals(by.personId())) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        var move = paper.move(act, by.office());
        long line = papers.write(paper, move, by, arrived);
        audit.record(
                by, "纸质材料：" + act.label(), "application:" + number, move.to().label());
        events.publishEvent(new PaperMoved(line));
    }
}
