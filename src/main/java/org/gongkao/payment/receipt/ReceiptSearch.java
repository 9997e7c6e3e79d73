package org.gongkao.payment.receipt;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Address;
import org.gongkao.shared.Line;

/** What of the queue is looked for, as it travels in the address. */
record ReceiptSearch(String filter, String term, Optional<Long> after) {

    static final String OPEN = "open";

    static ReceiptSearch of(String filter, String term, String after) {
        var known = filter.equals(OPEN) || ReceiptState.of(filter).isPresent() ? filter : "";
        return new ReceiptSearch(
                known,
                PayerSearch.term(term),
                after.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(after)) : Optional.empty());
    }

    Optional<ReceiptState> state() {
        return ReceiptState.of(filter);
    }

    boolean onlyOpen() {
        return filter.equals(OPEN);
    }

    /** The search as the page calls it; {@code said} is what is looked for, in words. */
    SheetNote note(String said, Instant now) {
        var chosen = onlyOpen() ? "需要处理" : state().map(ReceiptState::label).orElse("全部");
        return SheetNote.of(now, new Line("状态", chosen), SheetNote.chosen("查找", said));
    }

    ReceiptSearch goingOnAfter(String id) {
        return of(filter, term, id);
    }

    /** The same search at an address, with another filter, from another place on. */
    String path(String page, String otherFilter, String from) {
        return Address.of(page)
                .with("state", otherFilter)
                .with("q", term)
                .with("after", from)
                .toString();
    }
}
