package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.application.filling.Submissions.Kept;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Line;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 回执。What the worker keeps of a handing-in, and the whole content to read. */
@Component
class Receipts {

    private final Submissions submissions;
    private final SubmissionPages contents;
    private final Materials materials;
    private final Applicants applicants;
    private final Moving moving;

    Receipts(
            Submissions submissions,
            SubmissionPages contents,
            Materials materials,
            Applicants applicants,
            Moving moving) {
        this.submissions = submissions;
        this.contents = contents;
        this.materials = materials;
        this.applicants = applicants;
        this.moving = moving;
    }

    ReceiptPage page(Application application, Instant now) {
        var kept = submissions.of(application);
        if (kept.isEmpty()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var last = kept.getFirst();
        return new ReceiptPage(
                application.number(),
                millisecond(last.at()),
                blocks(last.contentHash()),
                applicants.facts(application, moving.cycle(application, now)),
                kept.stream().skip(1).map(Receipts::line).toList());
    }

    ReadingPage reading(Application application, Filler by, Instant now) {
        return new ReadingPage(
                by,
                application.number(),
                applicants.facts(application, moving.cycle(application, now)),
                contents.parts(application, by.at(), now),
                materials.of(application).stream()
                        .map(material -> MaterialsPages.piece(application, material))
                        .toList(),
                application.filing() != null && !by.assists());
    }

    private static Line line(Kept kept) {
        return new Line(millisecond(kept.at()), kept.contentHash().substring(0, 16) + "…");
    }

    /** 2023年3月13日 09:42:07.186. */
    static String millisecond(Instant at) {
        return Shanghai.second(at) + String.format(Locale.ROOT, ".%03d", at.getNano() / 1_000_000);
    }

    /** Eight characters at a time, so that it can be read out. */
    static List<String> blocks(String hash) {
        var blocks = new ArrayList<String>();
        for (int i = 0; i < hash.length(); i += 8) {
            blocks.add(hash.substring(i, Math.min(hash.length(), i + 8)));
        }
        return blocks;
    }
}
