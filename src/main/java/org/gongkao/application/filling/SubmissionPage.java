package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** 确认提交页。All that is missing at once; when nothing is, the whole content, the confirmations and the pledge. */
record SubmissionPage(
        int version,
        boolean again,
        String until,
        String left,
        List<Lack> lacks,
        List<Part> parts,
        List<Asking> askings,
        List<Fault> faults) {

    /** 缺项。One thing missing, and the way there. */
    record Lack(String sentence, String href) {}

    /** 内容。One group as it will be handed in. */
    record Part(String label, String href, List<Line> lines) {}

    /** 确认事项。One sentence to agree to, in the notice's words; the box sends the digest of it. */
    record Asking(String field, String label, String text, String clause, String digest, boolean ticked) {}

    boolean complete() {
        return lacks.isEmpty();
    }
}
