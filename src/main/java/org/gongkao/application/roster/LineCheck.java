package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.shared.Sign;

/** 核实结果。What was last said about one line as it reads now. */
record LineCheck(Verdict verdict, String note, String by, Instant at) {

    static final LineCheck NONE = new LineCheck(Verdict.OPEN, "", "", Instant.EPOCH);

    /** 核实结论。Whether the unit found the line right. */
    enum Verdict {
        OPEN("待核实", Sign.REST),
        CONFIRMED("核实无误", Sign.MET),
        WRONG("信息有误", Sign.PROOF),
        /** The agency has looked and left the line as it is; the unit looks once more. */
        ANSWERED("已答复，请再核实", Sign.DUE);

        private final String label;
        private final Sign sign;

        Verdict(String label, Sign sign) {
            this.label = label;
            this.sign = sign;
        }

        String label() {
            return label;
        }

        Sign sign() {
            return sign;
        }
    }
}
