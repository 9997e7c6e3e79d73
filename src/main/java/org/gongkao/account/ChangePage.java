package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** A change that one makes to one's own account: password, phone or name. */
record ChangePage(String now, String phone, String code, String name, String reason, String note, List<Fault> faults) {

    static ChangePage empty(String now) {
        return new ChangePage(now, "", "", "", "", "", List.of());
    }

    ChangePage with(List<Fault> wrong) {
        return new ChangePage(now, phone, code, name, reason, note, wrong);
    }

    @Override
    public String toString() {
        return "ChangePage[masked]";
    }
}
