package org.gongkao.sanction;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 违规处理登记。What the other modules ask: whether a person is barred, and where they report what they found. */
@Component
public class Sanctions {

    private final SanctionRows rows;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Audit audit;

    Sanctions(SanctionRows rows, Cycles cycles, Organisation organisation, Audit audit) {
        this.rows = rows;
        this.cycles = cycles;
        this.organisation = organisation;
        this.audit = audit;
    }

    /** The bar that this person is under, or nothing. Asked in the transaction of the act that it would forbid. */
    public Optional<Bar> barred(long personId, Instant at) {
        return rows.bar(personId, at);
    }

    /** The same, to who carries it out: alone with the person until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Bar> barredAlone(long personId, Instant at) {
        rows.hold(personId);
        return rows.bar(personId, at);
    }

    /**
     * What was decided, to who heard of it by {@link SanctionImposed}; nothing once it is revoked. Who asks is alone with what
     * is decided on this person until the transaction ends, so that a decision and its revocation are carried out one after
     * the other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Imposed> inForce(long sanctionId) {
        rows.holdPersonOf(sanctionId);
        return rows.imposed(sanctionId);
    }

    /** What was taken back, to who heard of it by {@link SanctionRevoked}. Alone with the person likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Revoked> revoked(long sanctionId) {
        rows.holdPersonOf(sanctionId);
        return rows.revoked(sanctionId);
    }

    /** 救济途径。The year's words on what can be done against a decision. */
    public String appeal(Instant at) {
        return cycles.current(at).section(SanctionRules.class).appeal();
    }

    /** 立案。Opens a case at the officer's agency and gives its number; nothing is decided by it. */
    @Transactional
    public String propose(Lead lead, Actor by, Instant at) {
        if (by.personId() != null && by.personId() == lead.personId()) {
            throw new Refusal(SanctionRefusal.OWN_CASE);
        }
        var agency = organisation.agency(by.office().code());
        var number = rows.add(lead, agency, cycles.current(agency.code(), at), by, at);
        audit.record(by, "违规处理：" + SanctionAct.OPEN.label(), "sanction:" + number, "");
        return number;
    }
}
