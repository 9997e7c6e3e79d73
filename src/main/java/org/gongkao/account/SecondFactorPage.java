package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.QrDrawing;
import org.jspecify.annotations.Nullable;

/** The second factor of one's own account: the drawing to switch it on, or none where it is on and can be switched off. */
record SecondFactorPage(@Nullable QrDrawing drawing, String secret, List<Fault> faults) {

    static final SecondFactorPage ON = new SecondFactorPage(null, "", List.of());

    SecondFactorPage with(Fault fault) {
        return new SecondFactorPage(drawing, secret, List.of(fault));
    }

    @Override
    public String toString() {
        return "SecondFactorPage[masked]";
    }
}
