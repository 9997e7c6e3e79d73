package org.gongkao.application.closing;

import java.time.Instant;
import org.gongkao.application.ClosingMoved;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上传盖章扫描件。The stamped paper belongs to the newest version; when another follows, it is stamped anew. */
@Component
class StampingReport {

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;
    private final Files files;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    StampingReport(
            Reporters reporters,
            Closings closings,
            ClosedVersions versions,
            Files files,
            Audit audit,
            ApplicationEventPublisher events) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
        this.files = files;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void stamp(String agencyCode, FileId file, Actor by, Instant arrived) {
        var reporter = reporters.get(agencyCode, by, arrived);
        var closing = closings.lock(reporter.agency(), reporter.year());
        var move = closing.check(ClosingAct.STAMP, by, Within.openAt(reporter.cycle(), arrived), "");
        files.claim(file, closing.subject(), by);
        var card = files.card(file);
        versions.addScan(versions.get(closing, closing.latest()), file, card.name(), card.sha256(), by, arrived);
        long act = closings.write(closing, move, closing.latest(), closing.afterAct(), "", by, arrived);
        audit.record(by, ClosingAct.STAMP.label(), closing.subject(), "第 " + closing.latest() + " 版");
        events.publishEvent(new ClosingMoved(closing.id(), act));
    }
}
