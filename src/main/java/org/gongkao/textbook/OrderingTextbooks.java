package org.gongkao.textbook;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 征订教材。A worker opts in or not; the unit's clerk confirms what that comes to, and the sum falls due. */
@Component
class OrderingTextbooks {

    private final Choices choices;
    private final ConfirmedSheets confirmed;
    private final OrderSheets sheets;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Audit audit;

    OrderingTextbooks(
            Choices choices,
            ConfirmedSheets confirmed,
            OrderSheets sheets,
            Cycles cycles,
            Organisation organisation,
            Audit audit) {
        this.choices = choices;
        this.confirmed = confirmed;
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
        var agency = organisation.unit(orderer.unitCode()).agencyCode();
        refuseClosed(BookPrices.of(cycles.current(agency, arrived)), arrived);
        if (orderer.wanted() != null && sheets.isSentIn(orderer)) {
            throw new Refusal(TextbookRefusal.SENT_IN);
        }
        choices.add(orderer, wanted, worker, arrived);
        audit.record(worker, wanted ? "征订教材" : "不征订教材", "application:" + orderer.number(), "");
    }

    /** The screen's sheet, or none: what has changed since is not confirmed. */
    @Transactional
    public int confirm(String seenHash, Actor clerk, Instant arrived) {
        var unit = organisation.unit(clerk.office().code());
        var cycle = cycles.current(unit.agencyCode(), arrived);
        var prices = BookPrices.of(cycle);
        refuseClosed(prices, arrived);
        confirmed.hold(unit.code(), cycle.year());
        var sheet = OrderSheet.of(unit.code(), cycle.year(), choices.ofUnit(clerk, cycle), prices);
        if (!sheet.hash().equals(seenHash)) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        var earlier = sheets.versions(clerk, cycle.year());
        if (sheet.lines().isEmpty() && earlier.isEmpty()) {
            throw new Refusal(TextbookRefusal.NOTHING_TO_SEND);
        }
        if (confirmed.isNothingNew(sheet, earlier)) {
            throw new Refusal(TextbookRefusal.NOTHING_NEW, earlier.getFirst().version());
        }
        var version = confirmed.add(sheet, unit, cycle, earlier, clerk, arrived);
        var sum = version.amount() == null || Money.ZERO.equals(version.due()) ? "" : "，应缴 " + version.due();
        audit.record(
                clerk,
                "确认教材征订单",
                SheetVersion.subject(unit.code(), cycle.year()),
                "第 " + version.version() + " 版，" + sheet.total() + " 册" + sum);
        return version.version();
    }

    private static void refuseClosed(BookPrices prices, Instant now) {
        var period = prices.remitting();
        if (period != null && !period.covers(now)) {
            throw period.isOver(now)
                    ? new Refusal(TextbookRefusal.CLOSED, prices.until())
                    : new Refusal(TextbookRefusal.NOT_OPEN_YET);
        }
    }
}
