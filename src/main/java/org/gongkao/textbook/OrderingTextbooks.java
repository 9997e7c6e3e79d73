package org.gongkao.textbook;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 征订教材。A worker opts in or not; the unit's clerk confirms what that comes to. */
@Component
class OrderingTextbooks {

    private final Choices choices;
    private final OrderSheets sheets;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Audit audit;

    OrderingTextbooks(Choices choices, OrderSheets sheets, Cycles cycles, Organisation organisation, Audit audit) {
        this.choices = choices;
        this.sheets = sheets;
        this.cycles = cycles;
        this.organisation = organisation;
        this.audit = audit;
    }

    /** Who has not chosen yet may still do so after the unit's sheet; who has chosen may change it only before. */
    @Transactional
    public void choose(boolean wanted, Actor worker, Instant arrived) {
        var orderer =
                choices.of(worker, cycles.current(arrived)).orElseThrow(() -> new Refusal(TextbookRefusal.NO_FILE));
        if (orderer.wanted() != null && sheets.isSentIn(orderer)) {
            throw new Refusal(TextbookRefusal.SENT_IN);
        }
        choices.add(orderer, wanted, worker, arrived);
        audit.record(worker, wanted ? "征订教材" : "不征订教材", "application:" + orderer.number(), "");
    }

    @Transactional
    public int confirm(String seenHash, Actor clerk, Instant arrived) {
        var unit = organisation.unit(clerk.office().code());
        var cycle = cycles.current(unit.agencyCode(), arrived);
        var sheet = OrderSheet.of(unit.code(), cycle.year(), choices.ofUnit(clerk, cycle));
        if (!sheet.hash().equals(seenHash)) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        if (sheet.lines().isEmpty()) {
            throw new Refusal(TextbookRefusal.NOTHING_TO_SEND);
        }
        var latest = sheets.versions(clerk, cycle.year()).stream().findFirst();
        if (latest.isPresent() && latest.get().hash().equals(sheet.hash())) {
            throw new Refusal(TextbookRefusal.NOTHING_NEW, latest.get().version());
        }
        int next = latest.map(SheetVersion::version).orElse(0) + 1;
        sheets.add(sheet, next, clerk, arrived);
        audit.record(clerk, "确认教材征订单", "textbooks:" + unit.code() + ":" + cycle.year(), "第 " + next + " 版");
        return next;
    }
}
