package org.gongkao.application.deferral;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.file.FileRule;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 容缺后补页。What one file promised, what became of it, and what the actor can do now. */
record DeferralPage(String number, boolean worker, List<Row> rows, List<Fault> faults) {

    /** What an upload has to be. */
    String limit() {
        return FileRule.DOCUMENT.words();
    }

    /** 容缺一项。One promise; {@code view} leads to the upload, once there is one; {@code typed} is a reason that was not taken. */
    record Row(
            long id,
            String label,
            Sign sign,
            String state,
            String due,
            String note,
            String liability,
            String guarantor,
            String remark,
            @Nullable String view,
            boolean handIn,
            boolean judge,
            String typed) {

        static Row of(Application application, Deferral promise, String typed, Actor actor, Instant now) {
            var material = promise.materialId();
            var guarantor = promise.guarantor();
            return new Row(
                    promise.id(),
                    promise.label(),
                    promise.state().sign(),
                    promise.state().label(),
                    Shanghai.deadline(promise.dueAt()),
                    note(application, promise),
                    promise.liability(),
                    guarantor == null ? "尚未承诺" : guarantor,
                    promise.remark(),
                    material == null ? null : "/applications/" + application.number() + "/materials/" + material,
                    actor.is(Role.WORKER) && promise.isOpen(application.state(), now),
                    Judging.isFor(actor, application, promise),
                    typed);
        }

        /** What one has to know beside the date. */
        private static String note(Application application, Deferral promise) {
            if (promise.state() == DeferralState.OPEN && application.state() == ApplicationState.IN_REVIEW) {
                return "资格审查通过后可以在这里补交。";
            }
            if (promise.state() == DeferralState.HANDED_IN) {
                return "在截止前补交的，不论何时审核都算按时；没有通过的，另给时间重新补交。";
            }
            return promise.state() == DeferralState.OPEN && promise.hasOwnDate() ? "审核用去了时间，补交截止已按规定顺延，不影响申报。" : "";
        }
    }
}
