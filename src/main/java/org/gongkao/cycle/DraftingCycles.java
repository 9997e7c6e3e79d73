package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 拟定方案。Writes drafts, publishes and archives year packages. */
@Component
class DraftingCycles {

    private final YearPackages packages;
    private final PackageReader reader;
    private final Cycles cycles;
    private final Audit audit;

    DraftingCycles(YearPackages packages, PackageReader reader, Cycles cycles, Audit audit) {
        this.packages = packages;
        this.reader = reader;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** A draft may still have faults, so that work on it can be put aside; its header must be readable. */
    @Transactional
    long draft(PackageForm form, ReadPackage read, Actor by, Instant arrived) {
        var header = own(read, by);
        long id = packages.draft(header, form.base(), form.overlay(), form.hash(), by, arrived);
        packages.act(id, null, CycleAct.DRAFT.name(), "", by, arrived);
        audit.record(by, "拟定年度方案", "cycle:" + id, header.name());
        return id;
    }

    @Transactional
    void revise(long id, int seen, PackageForm form, ReadPackage read, Actor by, Instant arrived) {
        var draft = packages.get(id, by).asSeenAt(seen);
        CycleMoves.of(draft.state(), CycleAct.REVISE);
        packages.revise(draft, own(read, by), form.base(), form.overlay(), form.hash());
        packages.act(id, null, CycleAct.REVISE.name(), "", by, arrived);
        audit.record(by, "修改年度方案", "cycle:" + id, draft.name());
    }

    @Transactional
    void publish(long id, int seen, Actor by, Instant arrived) {
        var draft = packages.get(id, by).asSeenAt(seen);
        CycleMoves.of(draft.state(), CycleAct.PUBLISH);
        var read = reader.read(draft.baseText(), draft.overlayText());
        if (!read.faultless()) {
            throw new Refusal(CycleRefusal.STILL_FAULTY, read.problems().size());
        }
        int version = packages.nextVersion(draft.region(), draft.year());
        packages.publish(draft, version, arrived);
        packages.act(id, null, CycleAct.PUBLISH.name(), "第" + version + "版", by, arrived);
        audit.record(by, "发布年度方案", "cycle:" + id, "第" + version + "版");
        cycles.lookAgainAfterCommit();
    }

    @Transactional
    void archive(long id, int seen, Actor by, Instant arrived) {
        var published = packages.get(id, by).asSeenAt(seen);
        CycleMoves.of(published.state(), CycleAct.ARCHIVE);
        if (!cycles.of(id, published.region(), arrived).isOver(arrived)) {
            throw new Refusal(CycleRefusal.YEAR_NOT_OVER);
        }
        packages.archive(published);
        packages.act(id, null, CycleAct.ARCHIVE.name(), "", by, arrived);
        audit.record(by, "归档年度方案", "cycle:" + id, published.name());
        cycles.lookAgainAfterCommit();
    }

    /** Nobody writes the year of a region that is not theirs. */
    private static Header own(ReadPackage read, Actor by) {
        if (!Regions.covers(by.office().code(), read.header().region())) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return read.header();
    }
}
