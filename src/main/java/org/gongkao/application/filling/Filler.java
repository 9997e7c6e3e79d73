package org.gongkao.application.filling;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;

/** 填写人。Who fills in, and for whom: the worker, or a clerk of the unit at which the worker stands now. */
record Filler(Actor actor, long personId, String name, Places at) {

    static Filler own(Actor worker) {
        return new Filler(worker, worker.person(), worker.name(), Places.OWN);
    }

    boolean assists() {
        return actor.is(Role.UNIT_CLERK);
    }

    /** What the way back from a page is called. */
    String home() {
        return assists() ? "代" + name + "填报" : "我的申报";
    }

    /** The last step is the worker's; a clerk goes back to where the worker is asked for it. */
    String last() {
        return assists() ? at.home() : at.home() + "/submission";
    }

    String lastAction() {
        return assists() ? "检查，请本人确认" : "检查并提交";
    }
}
