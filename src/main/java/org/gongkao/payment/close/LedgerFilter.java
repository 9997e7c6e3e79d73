package org.gongkao.payment.close;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.ledger.BookLines;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** Which lines of the book are looked for, as it stands in the address. */
record LedgerFilter(String day, String account, String charge, String transaction) {

    /** A charge that is not there: nothing is found, and nothing else is shown in its place. */
    private static final long NOBODY = -1;

    LedgerFilter {
        day = text(day);
        account = text(account);
        charge = text(charge);
        transaction = text(transaction);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    BookLines.Filter read(ChargeNumbers charges, Faults faults) {
        return new BookLines.Filter(
                MoneyFilter.day("day", day, faults).orElse(null),
                MoneyFilter.one(LedgerAccount.class, account).orElse(null),
                charge.isEmpty() ? null : charges.find(charge).orElse(NOBODY),
                transaction.isEmpty() ? null : transaction);
    }

    /** The filters as the page calls them. */
    static SheetNote note(BookLines.Filter asked, LedgerFilter typed, Instant now) {
        var day = asked.day();
        var account = asked.account();
        return SheetNote.of(
                now,
                SheetNote.chosen("记账日", day == null ? "" : Shanghai.date(day)),
                SheetNote.chosen("科目", account == null ? "" : account.label()),
                SheetNote.chosen("缴费单号", typed.charge),
                SheetNote.chosen("渠道流水号", typed.transaction));
    }

    static Optional<BookLines.Key> key(@Nullable String after) {
        if (after == null || !after.matches("[0-9]{1,18}-[0-9]{1,9}")) {
            return Optional.empty();
        }
        var parts = after.split("-");
        return Optional.of(new BookLines.Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
    }

    String path(String base, String more) {
        var path = base + "?" + more
                + MoneyFilter.encoded("day", day)
                + MoneyFilter.encoded("account", account)
                + MoneyFilter.encoded("charge", charge)
                + MoneyFilter.encoded("transaction", transaction);
        return path.replace("?&", "?").replaceAll("\\?$", "");
    }
}
