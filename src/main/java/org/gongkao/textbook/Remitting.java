package org.gongkao.textbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.Bill;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.ChargeView;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.Settlement;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 教材款上缴。各单位统一汇总后上缴: one sum for each confirmed sheet. Another sheet ends the charge of the one before, unless that was
 * paid; then only the difference is asked for, and what is too much is left to a refund (待确认: no document says).
 */
@Component
class Remitting {

    private final Charges charges;
    private final RefundedSums refunded;

    Remitting(Charges charges, RefundedSums refunded) {
        this.charges = charges;
        this.refunded = refunded;
    }

    /** What a new sheet asks for, after the charges of the earlier ones have ended: paid, or without money. */
    Money due(OrderSheet sheet, List<SheetVersion> earlier, Actor clerk, Instant now) {
        for (var version : earlier) {
            if (version.asksForMoney() && charges.cancel(version.purposeKey(), clerk, now) == Settlement.UNKNOWN) {
                throw new Refusal(TextbookRefusal.BEING_CONFIRMED);
            }
        }
        var paid = paid(earlier);
        return sheet.amount().compareTo(paid) > 0 ? sheet.amount().minus(paid) : Money.ZERO;
    }

    /** The list goes with the sum: one part for each book, less what was paid before. */
    void open(OrderSheet sheet, SheetVersion version, Instant deadline, Actor clerk) {
        var title = sheet.year() + "年教材款（征订单第 " + version.version() + " 版，" + sheet.total() + " 册）";
        var bill = new Bill(title, parts(sheet, version.due()), version.agencyCode(), null);
        charges.openForUnit(Purpose.TEXTBOOK, version.purposeKey(), sheet.unitCode(), bill, deadline, clerk);
    }

    private static List<FeePart> parts(OrderSheet sheet, Money due) {
        if (!due.equals(sheet.amount())) {
            return List.of(new FeePart("与已缴教材款的差额", due));
        }
        var parts = new ArrayList<FeePart>();
        for (var line : sheet.lines()) {
            if (line.price() != null) {
                parts.add(new FeePart(line.title() + " " + line.quantity() + " 册", line.sum()));
            }
        }
        return parts;
    }

    Optional<Remittance> standing(List<SheetVersion> versions) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        var newest = versions.getFirst();
        var amount = newest.amount() == null ? Money.ZERO : newest.amount();
        var charge = newest.asksForMoney() ? charges.lookUp(newest.purposeKey()) : Optional.<ChargeView>empty();
        return Optional.of(new Remittance(newest, amount, paid(versions), charge.orElse(null)));
    }

    /** The newest sheet whose sum was there once and is there still: what may be handed out against. */
    Optional<SheetVersion> entitling(List<SheetVersion> versions) {
        var paid = paid(versions);
        return versions.stream()
                .filter(version -> version.settled()
                        && (version.amount() == null || version.amount().compareTo(paid) <= 0))
                .findFirst();
    }

    private Money paid(List<SheetVersion> versions) {
        return versions.stream()
                .filter(SheetVersion::asksForMoney)
                .map(version -> charges.lookUp(version.purposeKey())
                        .filter(charge -> charge.state() == ChargeState.SETTLED)
                        .map(charge -> refunded.remaining(version.purposeKey()).orElse(charge.amount()))
                        .orElse(Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    /** Called by the clock. True when the charge has ended without money; a deadline that an amendment moved is moved here. */
    boolean lapse(SheetVersion version, BookPrices prices, Instant now) {
        var charge = charges.find(version.purposeKey());
        var period = prices.remitting();
        if (period != null && !period.isOver(now)) {
            if (period.to().isAfter(charge.deadline())) {
                charges.postpone(version.purposeKey(), period.to(), Actor.SYSTEM, now);
            }
            return false;
        }
        return !now.isBefore(charge.deadline()) && charges.lapse(version.purposeKey(), now) == Settlement.LAPSED;
    }
}
