package org.gongkao.payment.close;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.ledger.BookLines;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Says the lines of the book in words. */
@Component
class LedgerWords {

    private final ChargeNumbers charges;
    private final WhoPaid whoPaid;
    private final Organisation organisation;

    LedgerWords(ChargeNumbers charges, WhoPaid whoPaid, Organisation organisation) {
        this.charges = charges;
        this.whoPaid = whoPaid;
        this.organisation = organisation;
    }

    List<LedgerPage.Row> of(List<BookLines.Row> lines, Actor reader) {
        var known = lines.stream()
                .map(BookLines.Row::charge)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var numbers = charges.of(known);
        var payers = whoPaid.of(known.stream().map(WhoPaid.Asked::ofCharge).toList(), reader);
        var agencies = new HashMap<String, String>();
        lines.stream()
                .map(BookLines.Row::region)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(code -> agencies.put(
                        code, organisation.findAgency(code).map(Agency::name).orElse(code)));
        return lines.stream().map(line -> row(line, numbers, payers, agencies)).toList();
    }

    private static LedgerPage.Row row(
            BookLines.Row line,
            Map<Long, String> numbers,
            Map<WhoPaid.Asked, String> payers,
            Map<String, String> agencies) {
        boolean debit = line.amount().fen() > 0;
        var amount = line.amount().toString();
        var credit = Money.ZERO.minus(line.amount()).toString();
        var purpose = line.purpose();
        var charge = line.charge();
        var level = line.level();
        var region = line.region();
        return new LedgerPage.Row(
                line.entry() + "-" + line.place(),
                Shanghai.date(line.day()),
                Shanghai.second(line.postedAt()),
                line.kind().label(),
                line.account().label(),
                debit ? amount : "",
                debit ? "" : credit,
                line.channel() == null ? "" : line.channel().label(),
                purpose == null
                        ? ""
                        : MoneyFilter.one(Purpose.class, purpose)
                                .map(Purpose::label)
                                .orElse(purpose),
                charge == null ? "" : numbers.getOrDefault(charge, ""),
                charge == null ? "" : payers.getOrDefault(WhoPaid.Asked.ofCharge(charge), ""),
                Objects.requireNonNullElse(line.transaction(), ""),
                region == null ? "" : agencies.getOrDefault(region, region),
                level == null
                        ? ""
                        : Arrays.stream(Level.values())
                                .filter(one -> one.number() == level)
                                .map(Level::full)
                                .findFirst()
                                .orElse(""));
    }
}
