package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.QrDrawing;
import org.jspecify.annotations.Nullable;

/** One step that is still owed after the password; the drawing only where a second factor is enrolled. */
record StepPage(String name, @Nullable QrDrawing drawing, String secret, List<Fault> faults) {

    @Override
    public String toString() {
        return "StepPage[masked]";
    }
}
