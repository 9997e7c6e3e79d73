package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application.Moved;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 办理过程。What every move has in common: its line of history, the new place of the file, the audit, the event. Within the act's transaction. */
@Component
public class Moving {

    private final Applications applications;
    private final History history;
    private final Routing routing;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final List<ActingCondition> conditions;

    Moving(
            Applications applications,
            History history,
            Routing routing,
            Cycles cycles,
            Audit audit,
            ApplicationEventPublisher events,
            ObjectProvider<ActingCondition> conditions) {
        this.applications = applications;
        this.history = history;
        this.routing = routing;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
        this.conditions = conditions.orderedStream().toList();
    }

    /** The file's own year package, with the amendments in force for the agency that answers for it. */
    public Cycle cycle(Application application, Instant at) {
        var filing = application.filing();
        var agency = filing == null || application.state() == ApplicationState.DRAFT
                ? routing.agency(application.unitCode())
                : filing.authority().code();
        return cycles.of(application.packageId(), agency, at);
    }

    public Timing timing(Application application, Instant at) {
        return new Timing(cycle(application, at)::window, application.progress().own());
    }

    /** The file is before the officer's office and may be decided by this person. */
    public void requireTurn(Application application, Actor officer, Instant at) {
        application.find(Act.APPROVE, officer, timing(application, at).openAt(at));
        requireOtherPerson(application, officer);
    }

    /** Nobody reviews their own file or decides on two tiers of one file: one human, under whatever accounts. */
    public void requireOtherPerson(Application application, Actor officer) {
        againstPerson(application, officer).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The same for a page, which then offers no judgement and says why. */
    public Optional<Refusal> againstPerson(Application application, Actor officer) {
        if (officer.personId() == null) {
            return Optional.of(new Refusal(ApplicationRefusal.HOLDER_UNKNOWN));
        }
        if (application.isOf(officer)) {
            return Optional.of(new Refusal(ApplicationRefusal.OWN_FILE));
        }
        // The province has no tier above it: there another officer hears the objection.
        if (application.state() == ApplicationState.OBJECTED && history.isRejectedBy(application, officer)) {
            return Optional.of(new Refusal(ApplicationRefusal.OWN_REJECTION));
        }
        return history.decidedElsewhere(application, officer)
                ? Optional.of(new Refusal(ApplicationRefusal.DECIDED_ON_OTHER_TIER))
                : Optional.empty();
    }

    public long write(Moved moved, History.Words words, Instant at) {
        return write(moved, null, words, at);
    }

    public long write(Moved moved, @Nullable Filing filing, History.Words words, Instant at) {
        against(moved.from(), moved.act(), moved.by()).ifPresent(refusal -> {
            throw refusal;
        });
        applications.write(moved, filing, at);
        var act = history.add(moved, words, at);
        audit.record(
                moved.by(),
                moved.act().label(),
                "application:" + moved.from().number(),
                moved.from().state().label() + "→" + moved.to().state().label());
        boolean leftAgency =
                moved.from().progress().liesBeforeAgency() && !moved.to().liesBeforeAgency();
        events.publishEvent(new ApplicationMoved(moved.from().id(), act, leftAgency));
        return act;
    }

    /** What stands against an act that the table allows; for pages, which then do not offer it. */
    public Optional<Refusal> against(Application file, Act act, Actor by) {
        return conditions.stream()
                .flatMap(condition -> condition.against(file, act, by).stream())
                .findFirst();
    }

    /** 更正信息: the file stays where it is, and its history says what was put right. */
    public void correct(String number, History.Words words, Actor agency, Instant at) {
        var file = applications.get(number, agency);
        write(new Moved(file, Act.CORRECT, agency, file.progress()), words, at);
    }
}
