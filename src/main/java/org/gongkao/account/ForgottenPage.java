package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** The page of those who forgot their password. */
record ForgottenPage(String username, String code, String note, List<Fault> faults) {

    @Override
    public String toString() {
        return "ForgottenPage[masked]";
    }
}
