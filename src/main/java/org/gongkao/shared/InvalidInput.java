package org.gongkao.shared;

import java.util.List;

/** 填写有误。The input was refused as a whole; the controller shows the same page again with what was typed. */
public final class InvalidInput extends RuntimeException {

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super("invalid input", null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
