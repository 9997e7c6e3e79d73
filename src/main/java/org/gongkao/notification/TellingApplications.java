package org.gongkao.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkao.application.Act;
import org.gongkao.application.ApplicationMoved;
import org.gongkao.application.ApplicationState;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Shanghai;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells worker and offices of what was done to an application. Told again by the registry, nobody is told twice. */
@Component
class TellingApplications {

    private final Facts facts;
    private final Messages messages;

    TellingApplications(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(ApplicationMoved event) {
        var moved = facts.moved(event.actId());
        var to = ApplicationState.valueOf(moved.toState());
        var telling = new Telling(event.actId(), moved);
        switch (Act.valueOf(moved.act())) {
            case SUBMIT -> telling.submitted();
            case APPROVE -> telling.approved(to);
            case RETURN -> telling.returned();
            case REJECT -> telling.rejected(to);
            case REMIND -> telling.reminded();
            case PAY -> telling.paid();
            case LAPSE -> telling.lapsed();
            case WITHDRAW -> telling.withdrawn();
            case OBJECT -> telling.objected();
            case UPHOLD -> telling.worker(Template.UPHELD, "");
            case REOPEN -> telling.reopened();
            case REEXAMINE -> telling.reexamined();
            case CLOSE -> telling.worker(Template.CLOSED, "");
            case CORRECT -> telling.corrected();
            case CANCEL -> telling.takenAway(Template.CANCELLED, Template.OFFICE_CANCELLED);
            case REINSTATE -> telling.givenBack(to);
            case FORFEIT -> telling.takenAway(Template.FORFEITED, Template.OFFICE_FORFEITED);
            case RESUME -> telling.worker(Template.RESUMED, telling.until(to));
            case HAND_BACK -> telling.handedBack();
            case REROUTE -> telling.rerouted(to);
            case RECALL -> {} // the worker is still at it, and the unit's queue no longer shows the file
        }
    }

    /** One act being told. */
    private final class Telling {

        private final long act;
        private final Facts.Moved moved;
        private final String from;
        private final String office;

        Telling(long act, Facts.Moved moved) {
            this.act = act;
            this.moved = moved;
            this.from = facts.officeName(moved.office());
            this.office = facts.officeName(moved.holder());
        }

        void submitted() {
            boolean again = moved.fromState().equals(ApplicationState.RETURNED.name());
            worker(Template.SUBMITTED, "");
            holder(again ? Template.CORRECTED : Template.TO_REVIEW, facts.reviewUntil(moved));
        }

        void approved(ApplicationState to) {
            if (to == ApplicationState.PAYMENT_DUE) {
                // Approved again after a superior had a paid file reviewed anew: that it is paid is told by itself.
                if (!moved.paidBefore()) {
                    worker(Template.APPROVED, facts.until(moved, Window.PAYMENT, moved.paymentUntil()));
                }
                facts.promisedUntil(moved.number()).ifPresent(this::promised);
            } else {
                worker(Template.PASSED_ON, "");
                holder(Template.TO_REVIEW, facts.reviewUntil(moved));
            }
        }

        /** A second message of the same act: what was promised can be handed in from now on. */
        private void promised(Instant due) {
            messages.give(new Told(
                    "act:" + act + ":promise",
                    Told.to(moved.personId()),
                    Template.PROMISE_STANDS,
                    values(Shanghai.deadline(due)),
                    "/deferrals/" + moved.number(),
                    at()));
        }

        void returned() {
            var until = facts.until(moved, Window.CORRECTION, moved.correctionUntil());
            worker(Template.RETURNED, until);
            if (!moved.unit().equals(moved.office())) {
                office(moved.unit(), Template.RETURNED_ABOVE, until);
            }
        }

        /** The unit that had it reads why it is gone. */
        void handedBack() {
            worker(Template.HANDED_BACK, facts.until(moved, Window.CORRECTION, moved.correctionUntil()));
            give(Objects.requireNonNullElse(moved.fromHolder(), moved.unit()), Template.NOT_OURS, "", "/reviews");
        }

        /** One that is still to be handed in is told to nobody's queue. */
        void rerouted(ApplicationState to) {
            worker(Template.REROUTED, "");
            var former = moved.fromHolder();
            if (to == ApplicationState.IN_REVIEW) {
                holder(Template.TO_REVIEW, facts.reviewUntil(moved));
                if (former != null && !former.equals(moved.holder())) {
                    give(former, Template.GONE_WITH_WORKER, "", "/reviews");
                }
            }
        }

        void rejected(ApplicationState to) {
            var until = moved.objectionUntil();
            if (to == ApplicationState.REJECTED && until != null) {
                worker(Template.REJECTED, Shanghai.deadline(until));
            } else {
                worker(Template.REJECTED_AGAIN, "");
            }
        }

        void reminded() {
            var until = facts.reviewUntil(moved);
            worker(Template.OVERDUE, until);
            holder(Template.OWN_DATE, until);
        }

        void paid() {
            worker(Template.PAID, "");
            office(moved.unit(), Template.UNIT_PAID, "");
        }

        void lapsed() {
            worker(
                    switch (ApplicationState.valueOf(moved.fromState())) {
                        case RETURNED -> Template.CORRECTION_LAPSED;
                        case PAYMENT_DUE -> Template.PAYMENT_LAPSED;
                        default -> Template.DRAFT_LAPSED;
                    },
                    "");
        }

        void withdrawn() {
            worker(Template.WITHDRAWN, "");
            if (!moved.fromState().equals(ApplicationState.DRAFT.name())) {
                office(moved.unit(), Template.UNIT_WITHDRAWN, "");
            }
        }

        void objected() {
            worker(Template.OBJECTION_TAKEN, "");
            holder(Template.OBJECTION_RAISED, "");
        }

        void reopened() {
            worker(Template.REOPENED, "");
            holder(Template.TO_REVIEW, facts.reviewUntil(moved));
        }

        void reexamined() {
            worker(Template.REEXAMINED, "");
            holder(Template.TO_REEXAMINE, facts.reviewUntil(moved));
            office(moved.unit(), Template.UNIT_REEXAMINED, "");
        }

        void corrected() {
            worker(Template.FACT_CORRECTED, "");
            give(moved.unit(), Template.UNIT_FACT_CORRECTED, "", "/roster");
        }

        /** The unit that had the file before it, and whoever was to decide on it. */
        void takenAway(Template toWorker, Template toOffice) {
            worker(toWorker, "");
            if (!moved.fromState().equals(ApplicationState.DRAFT.name())) {
                office(moved.unit(), toOffice, "");
            }
            var holder = moved.fromHolder();
            if (holder != null && !holder.equals(moved.unit())) {
                office(holder, toOffice, "");
            }
        }

        /** Whoever has the file before them again, and by when: the worker, the unit, the office whose turn it is. */
        void givenBack(ApplicationState to) {
            var until = until(to);
            worker(until.isEmpty() ? Template.REINSTATED : Template.REINSTATED_ASKED, until);
            if (to != ApplicationState.DRAFT) {
                office(moved.unit(), Template.OFFICE_REINSTATED, "");
            }
            var holder = moved.holder();
            if (holder != null && !holder.equals(moved.unit())) {
                office(holder, Template.OFFICE_REINSTATED, "");
            }
        }

        /** Until when what is asked of the worker in this state can be done; nothing where nothing is asked. */
        String until(ApplicationState to) {
            return switch (to) {
                case DRAFT -> facts.until(moved, Window.REGISTRATION, moved.registrationUntil());
                case RETURNED -> facts.until(moved, Window.CORRECTION, moved.correctionUntil());
                case PAYMENT_DUE -> facts.until(moved, Window.PAYMENT, moved.paymentUntil());
                case REJECTED -> Shanghai.deadline(Objects.requireNonNullElse(moved.objectionUntil(), at()));
                default -> "";
            };
        }

        void worker(Template template, String until) {
            give(Told.to(moved.personId()), template, until, "/application");
        }

        private void holder(Template template, String until) {
            if (moved.holder() != null) {
                office(moved.holder(), template, until);
            }
        }

        private void office(String office, Template template, String until) {
            give(office, template, until, "/reviews/" + moved.number());
        }

        private void give(String recipient, Template template, String until, String link) {
            messages.give(new Told("act:" + act, recipient, template, values(until), link, at()));
        }

        private Map<String, String> values(String until) {
            var values = new HashMap<String, String>();
            values.put("number", moved.number());
            values.put("from", from);
            values.put("office", office);
            values.put("until", until);
            return values;
        }

        private Instant at() {
            return moved.at();
        }
    }
}
