package org.gongkao.payment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.payment.Discrepancies.Discrepancy;
import org.gongkao.shared.Address;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Sign;

/** What of the money that does not fit is looked for, as it travels in the address; {@code before} is where the screen begins. */
record DiscrepancySearch(String state, String term, String before) {

    static final String HERE = "/payment/discrepancies";

    private static final String OPEN = "open";
    private static final String DECIDED = "decided";

    static DiscrepancySearch of(String state, String term, String before) {
        return new DiscrepancySearch(
                state.equals(OPEN) || state.equals(DECIDED) ? state : "",
                PayerSearch.term(term),
                before.matches("(open|decided)-[0-9]{1,18}") ? before : "");
    }

    /** A key among the decided ones is behind all that are open. */
    boolean takes(boolean open) {
        return open ? !state.equals(DECIDED) && !before.startsWith(DECIDED) : !state.equals(OPEN);
    }

    long before(boolean open) {
        var part = open ? OPEN : DECIDED;
        return before.startsWith(part) ? Long.parseLong(before.substring(part.length() + 1)) : Long.MAX_VALUE;
    }

    static String key(Discrepancy last) {
        return (last.decidedAt() == null ? OPEN : DECIDED) + "-" + last.id();
    }

    DiscrepancySearch goingOn(String from) {
        return new DiscrepancySearch(state, term, from);
    }

    String label() {
        return state.equals(OPEN) ? "待处理" : state.equals(DECIDED) ? "已处理" : "全部";
    }

    List<Chip> chips() {
        return Stream.of(
                        new DiscrepancySearch("", term, ""),
                        new DiscrepancySearch(OPEN, term, ""),
                        new DiscrepancySearch(DECIDED, term, ""))
                .map(one -> new Chip(
                        one.label(),
                        one.path(HERE),
                        one.state.equals(state),
                        one.state.equals(OPEN) ? Sign.PROOF : one.state.equals(DECIDED) ? Sign.OVER : null))
                .toList();
    }

    Map<String, String> kept() {
        return state.isEmpty() ? Map.of() : Map.of("state", state);
    }

    String path(String page) {
        return Address.of(page)
                .with("state", state)
                .with("q", term)
                .with("before", before)
                .toString();
    }
}
