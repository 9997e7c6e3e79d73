package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** The step at which the holder of an office's account from before says who it is. */
record IdentityPage(String name, String number, List<Fault> faults) {

    @Override
    public String toString() {
        return "IdentityPage[masked]";
    }
}
