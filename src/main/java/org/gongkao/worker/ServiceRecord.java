package org.gongkao.worker;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Shanghai;

/** 工作经历。One version of a worker's service record: the facts, who stated them, and whether the file was compared. */
public record ServiceRecord(
        long personId, int version, ServiceFacts facts, StatedBy statedBy, String reason, Instant recordedAt) {

    /** Compared with the personnel file by the unit or an agency. */
    public boolean verified() {
        return statedBy != StatedBy.WORKER && facts.checked();
    }

    String what(ServiceFacts older) {
        var changed = facts.changedSince(older);
        return statedBy.label() + "，" + reason + (version == 1 ? "" : "；更改：" + joined(changed));
    }

    String when() {
        return Shanghai.minute(recordedAt);
    }

    private static String joined(List<String> labels) {
        return String.join("、", labels);
    }
}
