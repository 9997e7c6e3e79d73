package org.gongkao.application.filling;

import org.gongkao.application.FieldGroup;
import org.gongkao.shared.Fault;

/** Where the pages of one file stand: the worker's own, or those on which a clerk fills it in for the worker. */
record Places(String home) {

    static final Places OWN = new Places("/application");

    static Places forWorker(long personId) {
        return new Places(AssistanceController.HERE + "/" + personId);
    }

    String choice() {
        return home + "/choice";
    }

    String group(FieldGroup group) {
        return group == FieldGroup.CHOICE ? choice() : home + "/sections/" + group.key();
    }

    String materials() {
        return home + "/materials";
    }

    /** The page of materials at one kind: in 长者模式 it shows that kind alone. */
    String materials(String kind) {
        return materials() + "?kind=" + kind;
    }

    String verdict() {
        return home + "/verdict";
    }

    String record() {
        return home + "/record";
    }

    /** The page and the place on it where a fault is mended. */
    String fault(Fault fault) {
        var group = ToDo.group(fault);
        return switch (group) {
            case "choice" -> choice();
            case "material" -> materials(fault.field().substring(group.length() + 1)) + "#f-" + fault.field();
            case "verdict" -> verdict();
            case "unit" -> "/my-unit";
            case "defects", "confirmation" -> home;
            default -> home + "/sections/" + group + "?check=1#f-" + fault.field();
        };
    }
}
