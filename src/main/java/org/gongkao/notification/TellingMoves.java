package org.gongkao.notification;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.gongkao.worker.MoveState;
import org.gongkao.worker.WorkerMoveActed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the worker, both units and the agency of each step of a change of unit; who has to act next is asked to. */
@Component
class TellingMoves {

    private final Messages messages;
    private final BusinessClock clock;

    TellingMoves(Messages messages, BusinessClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(WorkerMoveActed event) {
        give(event, Told.to(event.personId()), Template.MOVE_TOLD, "/my-unit");
        var former = Office.unit(event.fromUnitCode());
        var agency = Office.agency(event.agencyCode());
        for (var office : List.of(former, Office.unit(event.toUnitCode()), agency)) {
            boolean next = event.state() == MoveState.REQUESTED && office.equals(former)
                    || event.state() == MoveState.RELEASED && office.equals(agency);
            give(
                    event,
                    Told.to(office),
                    next ? Template.MOVE_WAITS : Template.MOVE_ADVANCED,
                    "/moves/" + event.number());
        }
    }

    private void give(WorkerMoveActed event, String recipient, Template template, String link) {
        messages.give(new Told(
                "worker-move:" + event.moveId() + ":" + event.version(),
                recipient,
                template,
                Map.of("number", event.number(), "state", event.state().label()),
                link,
                clock.instant()));
    }
}
