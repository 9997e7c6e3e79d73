package org.gongkao.application.deferral;

import java.util.List;
import org.gongkao.shared.Fault;
import org.jspecify.annotations.Nullable;

/** 容缺后补页。What one file promised, what became of it, and what the actor can do now. */
record DeferralPage(String number, List<Row> rows, List<Fault> faults) {

    /** 容缺一项。One promise; {@code view} leads to the upload, once there is one. */
    record Row(
            long id,
            String label,
            String state,
            String due,
            String liability,
            String guarantor,
            String remark,
            @Nullable String view,
            boolean handIn,
            boolean judge) {}
}
