package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上传盖章扫描件。The stamped paper belongs to one version; when another follows, it is stamped anew. */
@Component
class AttachingScan {

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final Files files;
    private final Audit audit;

    AttachingScan(LiveRosters live, FrozenRosters frozen, Files files, Audit audit) {
        this.live = live;
        this.frozen = frozen;
        this.files = files;
        this.audit = audit;
    }

    @Transactional
    public void attach(FileId file, int stampedVersion, Actor clerk, Instant arrived) {
        var roster = live.of(clerk.office().code(), clerk, arrived);
        var version = frozen.latest(roster.unitCode(), roster.year())
                .orElseThrow(() -> new Refusal(RosterRefusal.NOT_FROZEN));
        // The agency may have corrected a line while the paper was at the stamp.
        if (version.version() != stampedVersion) {
            throw new Refusal(RosterRefusal.NEWER_VERSION, stampedVersion, version.version());
        }
        var subject = ConfirmingRoster.subject(roster);
        files.claim(file, subject, clerk);
        var card = files.card(file);
        frozen.addScan(version, file, card.name(), card.sha256(), clerk, arrived);
        audit.record(clerk, "上传盖章花名册", subject, "第 " + version.version() + " 版");
    }
}
