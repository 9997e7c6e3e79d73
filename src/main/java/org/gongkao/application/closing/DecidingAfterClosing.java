package org.gongkao.application.closing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gongkao.application.Act;
import org.gongkao.application.ActingCondition;
import org.gongkao.application.Application;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Once an agency has closed its review, it neither decides on a file nor corrects one until the agency above reopens the
 * review, or has itself brought that file back (恢复审核), or a revoked decision gives back what the report lists as cancelled
 * (恢复申报): that act's reason is then the reason for this file.
 *
 * <p>All else goes on, since it is not the agency's to decide: payments and bells, a cancellation by a decision in force, the
 * worker's withdrawal and objection and the superior's answer to it, what a unit still finds, and the date that an overdue
 * unit is given — without it the worker's file would stand still.
 */
@Component
class DecidingAfterClosing implements ActingCondition {

    private static final Set<Act> CLOSED = EnumSet.of(Act.APPROVE, Act.RETURN, Act.REJECT, Act.CORRECT);

    private final Closings closings;
    private final Organisation organisation;

    DecidingAfterClosing(Closings closings, Organisation organisation) {
        this.closings = closings;
        this.organisation = organisation;
    }

    @Override
    public Optional<Refusal> against(Application file, Act act, Actor by) {
        if (!CLOSED.contains(act) || by.officeText() == null || by.office().kind() != Office.Kind.AGENCY) {
            return Optional.empty();
        }
        var agency = organisation.agency(by.office().code());
        // The province reports to nobody here.
        if (agency.superior() == null) {
            return Optional.empty();
        }
        var closing = closings.share(agency, file.year());
        return !closing.state().holds() || closings.broughtBack(file, closing)
                ? Optional.empty()
                : Optional.of(new Refusal(ClosingRefusal.REVIEW_CLOSED));
    }
}
