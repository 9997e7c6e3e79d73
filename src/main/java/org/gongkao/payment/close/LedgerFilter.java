package org.gongkao.payment.close;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.ledger.BookLines;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** Which lines of the book are looked for, as it stands in the address. */
record LedgerFilter(String day, String account, String q, String transaction) {

    LedgerFilter {
        day = text(day);
        account = text(account);
        q = PayerSearch.term(text(q));
        transaction = text(transaction);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    BookLines.Filter read(PayerSearch payers, Faults faults, Actor reader) {
        return new BookLines.Filter(
                MoneyFilter.day("day", day, faults).orElse(null),
                MoneyFilter.one(LedgerAccount.class, account).orElse(null),
                q.isEmpty() ? null : payers.charges(q, reader),
                transaction.isEmpty() ? null : transaction);
    }

    /** The filters as the page calls them; {@code said} is who is looked for, in words. */
    static SheetNote note(BookLines.Filter asked, LedgerFilter typed, String said, Instant now) {
        var day = asked.day();
        var account = asked.account();
        return SheetNote.of(
                now,
                SheetNote.chosen("查找", said),
                SheetNote.chosen("记账日", day == null ? "" : Shanghai.date(day)),
                SheetNote.chosen("科目", account == null ? "" : account.label()),
                SheetNote.chosen("渠道流水号", typed.transaction));
    }

    static Optional<BookLines.Key> key(@Nullable String after) {
        if (after == null || !after.matches("[0-9]{1,18}-[0-9]{1,9}")) {
            return Optional.empty();
        }
        var parts = after.split("-");
        return Optional.of(new BookLines.Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
    }

    Address path(String base) {
        return Address.of(base)
                .with("day", day)
                .with("account", account)
                .with("q", q)
                .with("transaction", transaction);
    }
}
