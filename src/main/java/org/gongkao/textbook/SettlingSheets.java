package org.gongkao.textbook;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 了结征订单。What becomes of a sheet by itself: the money comes or goes back, or the bell rings without it. */
@Component
class SettlingSheets {

    private final OrderSheets sheets;
    private final ConfirmedSheets confirmed;
    private final RefundedSums refunded;
    private final Cycles cycles;
    private final BusinessClock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SettlingSheets(
            OrderSheets sheets,
            ConfirmedSheets confirmed,
            RefundedSums refunded,
            Cycles cycles,
            BusinessClock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.sheets = sheets;
        this.confirmed = confirmed;
        this.refunded = refunded;
        this.cycles = cycles;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @ApplicationModuleListener(condition = "#event.isFor('TEXTBOOK')")
    void on(ChargePaid event) {
        held(event.purposeKey()).filter(version -> !version.settled()).ifPresent(version -> {
            confirmed.settle(version, clock.instant());
            audit.record(Actor.SYSTEM, "教材款已缴清", subject(version), "第 " + version.version() + " 版，" + version.due());
        });
    }

    /** What went back no longer pays: nothing more is handed out against it. */
    @ApplicationModuleListener
    void on(ChargeRefunded event) {
        held(event.purposeKey()).ifPresent(version -> {
            if (refunded.add(event.refundId(), event.purposeKey(), event.remaining(), clock.instant())) {
                confirmed.count(version.unitCode(), version.year());
                audit.record(
                        Actor.SYSTEM,
                        "教材款已退费",
                        subject(version),
                        "第 " + version.version() + " 版，余 " + event.remaining());
            }
        });
    }

    /** Payment tells of every purpose; the sheet that this money is for, with its unit held. */
    private Optional<SheetVersion> held(String purposeKey) {
        if (!purposeKey.startsWith(SheetVersion.KEY)) {
            return Optional.empty();
        }
        var parts = purposeKey.split(":");
        int year = Integer.parseInt(parts[2]);
        confirmed.hold(parts[1], year);
        return sheets.versions(parts[1], year).stream()
                .filter(one -> one.purposeKey().equals(purposeKey))
                .findFirst();
    }

    /** A sheet of a year that is no longer current has nobody left to wait for it. */
    @Transactional
    public boolean lapse(SheetVersion version, Instant now) {
        var cycle = cycles.current(version.agencyCode(), now);
        var prices = cycle.year() == version.year() ? BookPrices.of(cycle) : BookPrices.none();
        if (!confirmed.lapse(version, prices, now)) {
            return false;
        }
        audit.record(Actor.SYSTEM, "教材款逾期未缴", subject(version), "第 " + version.version() + " 版");
        events.publishEvent(
                new TextbooksUnpaid(version.unitCode(), version.agencyCode(), version.year(), version.version()));
        return true;
    }

    private static String subject(SheetVersion version) {
        return SheetVersion.subject(version.unitCode(), version.year());
    }
}
