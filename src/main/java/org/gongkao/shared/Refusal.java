package org.gongkao.shared;

/** 拒绝。A person is told no; the transaction rolls back, the audit line is written after the rollback. */
public final class Refusal extends RuntimeException {

    private final transient Reason reason;
    private final String sentence;

    public Refusal(Reason reason, Object... details) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.sentence = details.length == 0 ? reason.sentence() : String.format(reason.sentence(), details);
    }

    public Reason reason() {
        return reason;
    }

    /** What the person reads. */
    public String sentence() {
        return sentence;
    }
}
