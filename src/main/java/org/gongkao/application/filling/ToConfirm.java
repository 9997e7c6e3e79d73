package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Assistance;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralTerms;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;

/** One thing that a worker confirms when handing in: in the words of the notice, or a warning of the verdict in its words. */
record ToConfirm(String kind, String label, String text, String clause) {

    /** Which a file asks for; the pledge comes last. What a clerk wrote is confirmed first, with what was promised in it. */
    static List<ToConfirm> of(
            Application application,
            Checked checked,
            List<Assistance> assistances,
            List<Deferral> promises,
            DeferralTerms terms) {
        var asked = new ArrayList<ToConfirm>();
        var clerks = assistances.stream()
                .flatMap(one -> one.savedBy().stream())
                .distinct()
                .toList();
        if (!clerks.isEmpty()) {
            asked.add(assisted(clerks));
            promises.forEach(one -> asked.add(promised(one, terms)));
        }
        asked.add(of(ConfirmationKind.POST_POLICY));
        checked.verdict().conditions(Result.WARNING).forEach(one -> asked.add(warning(one)));
        if (checked.form().isRetiring()
                && asked.stream().noneMatch(one -> one.clause().equals(ConfirmationKind.RETIRING.clause()))) {
            asked.add(of(ConfirmationKind.RETIRING));
        }
        if (application.level() == Level.ONE) {
            asked.add(of(ConfirmationKind.LEVEL_ONE));
        }
        asked.add(of(ConfirmationKind.PLEDGE));
        return asked;
    }

    private static ToConfirm of(ConfirmationKind kind) {
        return new ToConfirm(kind.name(), kind.label(), kind.text(), kind.clause());
    }

    private static ToConfirm assisted(List<String> clerks) {
        var text = "本申报由单位经办人" + String.join("、", clerks) + "代填，我已逐项核对，内容属实。";
        return new ToConfirm("ASSISTED", "单位代填", text, "考务通知三（二）");
    }

    /** The liability is the worker's, whoever ticked it on the page of materials. */
    private static ToConfirm promised(Deferral promise, DeferralTerms terms) {
        var text = "本人承诺在" + Shanghai.deadline(promise.dueAt()) + "前补交“" + promise.label() + "”。" + promise.liability();
        return new ToConfirm("PROMISE." + promise.kind(), "容缺后补：" + promise.label(), text, terms.clause());
    }

    private static ToConfirm warning(Condition one) {
        var text = "本人已知晓并确认：" + one.needed() + "。本人的情况：" + one.fact() + "。";
        return new ToConfirm(one.id(), one.sentence(), text, one.clause());
    }

    /** What its box sends: that it was this text that stood beside it. */
    String digest() {
        return Sha256.of(text);
    }

    /** The box's name in the form and in faults. */
    String field() {
        return field(kind);
    }

    static String field(String kind) {
        return "confirmation." + kind;
    }
}
