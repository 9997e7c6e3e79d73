package org.gongkao.payment.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gongkao.payment.SearchField;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Page;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 银行流水页。The bank's lines, what waits for an officer, and refunds that wait for the bank. */
record TransferListPage(
        String heading,
        List<Chip> chips,
        SearchField search,
        List<Row> rows,
        String first,
        String next,
        String export,
        boolean mayTake,
        List<Refund> refunds) {

    static final String PATH = "/payment/transfers";

    /** 流水行。One of them. */
    record Row(
            long id,
            String at,
            String serial,
            boolean in,
            String amount,
            String name,
            String purpose,
            String payer,
            Sign sign,
            String state,
            boolean differs,
            String due) {

        static Row of(TransferLines.Line line, String payer) {
            var due = line.due();
            return new Row(
                    line.id(),
                    Shanghai.second(line.at()),
                    line.serial(),
                    line.in(),
                    line.amount().toString(),
                    line.name().isEmpty() ? "（空）" : line.name(),
                    line.purpose().isEmpty() ? "（空）" : line.purpose(),
                    payer,
                    line.state().sign(),
                    line.state().label(),
                    due != null && !due.equals(line.amount()),
                    due == null ? "" : due.toString());
        }
    }

    /** 待办退款行。One refund that is to be transferred back. */
    record Refund(String number, String amount, String name, String askedAt) {}

    static TransferListPage of(
            TransferLines.Filter filter,
            SearchField search,
            Page<TransferLines.Line> found,
            Map<WhoPaid.Asked, String> payers,
            boolean further,
            Map<LineState, Integer> waiting,
            Map<String, TransferCodes.Refund> refunds,
            Actor actor) {
        var chosen = filter.state();
        var state = chosen == null ? "" : chosen.name();
        int open = waiting.getOrDefault(LineState.UNMATCHED, 0);
        int proposed = waiting.getOrDefault(LineState.PROPOSED, 0);
        return new TransferListPage(
                heading(open, proposed, refunds.size()),
                chips(filter, waiting),
                search,
                found.rows().stream()
                        .map(line -> Row.of(line, payers.getOrDefault(line.money(), "—")))
                        .toList(),
                further ? path(state, filter.term(), "") : "",
                found.next() == null ? "" : path(state, filter.term(), found.next()),
                path(state, filter.term(), "").replaceFirst("^" + PATH, PATH + "/export"),
                actor.is(Role.FINANCE),
                refunds.values().stream()
                        .sorted(Comparator.comparing(TransferCodes.Refund::askedAt)
                                .thenComparing(TransferCodes.Refund::number))
                        .map(one -> new Refund(
                                one.number(), one.amount().toString(), one.name(), Shanghai.minute(one.askedAt())))
                        .toList());
    }

    private static String heading(int open, int proposed, int refunds) {
        var lines = open + proposed == 0 ? "没有待认领的银行流水" : "有 " + open + " 笔流水待认领，" + proposed + " 笔待复核";
        return refunds == 0 ? lines : lines + "，" + refunds + " 笔退款待转账";
    }

    private static List<Chip> chips(TransferLines.Filter filter, Map<LineState, Integer> waiting) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", path("", filter.term(), ""), filter.state() == null));
        for (var one : LineState.values()) {
            var count = waiting.get(one);
            var label = one.label() + (count == null ? "" : " " + count);
            chips.add(Chip.of(label, path(one.name(), filter.term(), ""), one == filter.state()));
        }
        return List.copyOf(chips);
    }

    private static String path(String state, String term, String before) {
        return Address.of(PATH)
                .with("state", state)
                .with("q", term)
                .with("before", before)
                .toString();
    }
}
