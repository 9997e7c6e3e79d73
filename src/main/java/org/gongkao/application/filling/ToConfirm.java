package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Level;

/** One thing that a worker confirms when handing in: in the words of the notice, or a warning of the verdict in its words. */
record ToConfirm(String kind, String label, String text, String clause) {

    /** Which a file asks for; the pledge comes last. */
    static List<ToConfirm> of(Application application, Checked checked) {
        var asked = new ArrayList<ToConfirm>();
        asked.add(of(ConfirmationKind.POST_POLICY));
        checked.verdict().conditions(Result.WARNING).forEach(one -> asked.add(warning(one)));
        if (application.level() == Level.ONE) {
            asked.add(of(ConfirmationKind.LEVEL_ONE));
        }
        asked.add(of(ConfirmationKind.PLEDGE));
        return asked;
    }

    private static ToConfirm of(ConfirmationKind kind) {
        return new ToConfirm(kind.name(), kind.label(), kind.text(), kind.clause());
    }

    private static ToConfirm warning(Condition one) {
        var text = "本人已知晓并确认：" + one.needed() + "。本人的情况：" + one.fact() + "。";
        return new ToConfirm(one.id(), one.sentence(), text, one.clause());
    }

    /** The box's name in the form and in faults. */
    String field() {
        return field(kind);
    }

    static String field(String kind) {
        return "confirmation." + kind;
    }
}
