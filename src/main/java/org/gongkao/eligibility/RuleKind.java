package org.gongkao.eligibility;

import org.gongkao.eligibility.Verdict.Result;

/** What becomes of a condition that holds, does not hold, or cannot be told. */
enum RuleKind {
    /** Not met bars. */
    REQUIRED("必须符合", Result.UNMET),
    /** Never bars; what does not hold has to be confirmed. */
    WARNING("须确认", Result.WARNING),
    /** What does not hold is to be proven, and until then neither met nor unmet. */
    PROOF("须证明", Result.UNKNOWN),
    /** No rule decides it: the agency does. */
    AGENCY("由工考管理机构审定", Result.UNKNOWN),
    /** Lifts other conditions where it holds; no condition itself. */
    WAIVER("免除其他条件", Result.UNMET);

    private final String label;
    private final Result otherwise;

    RuleKind(String label, Result otherwise) {
        this.label = label;
        this.otherwise = otherwise;
    }

    String label() {
        return label;
    }

    Result result(Truth truth) {
        return switch (truth) {
            case YES -> this == AGENCY ? Result.UNKNOWN : Result.MET;
            case NO -> otherwise;
            case UNKNOWN -> Result.UNKNOWN;
        };
    }
}
