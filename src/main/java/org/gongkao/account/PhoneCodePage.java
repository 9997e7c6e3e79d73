package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** The step that proves the phone after the right password. */
record PhoneCodePage(String name, String phone, String note, List<Fault> faults) {

    @Override
    public String toString() {
        return "PhoneCodePage[masked]";
    }
}
