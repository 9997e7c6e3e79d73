package org.gongkao.payment.refund;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finance's lists of refunds, newest first, gone on by key. All of finance and the auditors see all of them. */
@Repository
class RefundLists {

    static final int SCREEN = 50;

    /** 筛选。What is listed. */
    enum Filter {
        TODO("待办", Set.of(RefundState.REQUESTED, RefundState.PROPOSED, RefundState.FAILED, RefundState.DISPUTED)),
        ALL("全部", Set.of(RefundState.values())),
        REQUESTED("待受理", Set.of(RefundState.REQUESTED)),
        PROPOSED("待复核", Set.of(RefundState.PROPOSED)),
        SENT("退款处理中", Set.of(RefundState.SENT)),
        DISPUTED("待核实", Set.of(RefundState.DISPUTED)),
        FAILED("未能退款", Set.of(RefundState.FAILED)),
        DONE("已退费", Set.of(RefundState.DONE)),
        REJECTED("不予退费", Set.of(RefundState.REJECTED)),
        WITHDRAWN("已撤回", Set.of(RefundState.WITHDRAWN));

        private final String label;
        private final Set<RefundState> states;

        Filter(String label, Set<RefundState> states) {
            this.label = label;
            this.states = states;
        }

        String label() {
            return label;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Who looks for somebody looks through all of them, unless told otherwise. */
        static Filter of(String key, String term) {
            return Stream.of(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElse(term.isEmpty() ? TODO : ALL);
        }
    }

    /** One screen; {@code next} is the key to go on from. */
    record Screen(List<Refund> rows, @Nullable Long next) {}

    private final JdbcClient jdbc;
    private final PayerSearch payers;

    RefundLists(JdbcClient jdbc, PayerSearch payers) {
        this.jdbc = jdbc;
        this.payers = payers;
    }

    /** What the filter and the search have in common: a number is the refund's, the order's or the channel's, all else a payer. */
    Screen list(Filter filter, String term, @Nullable Long before, Actor reader) {
        check(reader);
        var rows = jdbc.sql(sql(term))
                .param("states", filter.states.stream().map(Enum::name).toList())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("term", term)
                .param(
                        "payers",
                        term.isEmpty() ? null : payers.charges(term, reader).toArray(Long[]::new))
                .param("limit", SCREEN + 1)
                .query((row, n) -> RefundRows.refund(row))
                .list();
        boolean more = rows.size() > SCREEN;
        return new Screen(
                more ? rows.subList(0, SCREEN) : rows,
                more ? rows.get(SCREEN - 1).id() : null);
    }

    static String sql(String term) {
        var found = term.isEmpty() ? "" : """
                 and r.id in (select id from payment.refund where number = :term
                              union select id from payment.refund where order_number = :term
                              union select id from payment.refund where transaction_no = :term
                              union select id from payment.refund where charge_id = any (cast(:payers as bigint[]))
                              union select f.id from (%s) as n (number) join payment.refund f on f.number = n.number)
                """.formatted(PayerSearch.NUMBERS);
        return RefundRows.COLUMNS + " where r.state in (:states) and r.id < :before" + found
                + " order by r.id desc limit :limit";
    }

    /** In the order in which they were opened, so that the newest of each is the last. */
    List<Refund> ofDiscrepancies(Collection<Long> discrepancies) {
        return discrepancies.isEmpty()
                ? List.of()
                : jdbc.sql(RefundRows.COLUMNS + " where r.discrepancy_id in (:ids) order by r.id")
                        .param("ids", discrepancies)
                        .query((row, n) -> RefundRows.refund(row))
                        .list();
    }

    /** What waits for this officer: not what they proposed themselves. */
    int waiting(Actor officer) {
        return jdbc.sql("""
                        select count(*) from payment.refund
                         where state in ('REQUESTED', 'FAILED', 'DISPUTED') or (state = 'PROPOSED' and proposed_by <> :account)
                        """)
                .param("account", officer.account())
                .query(Integer.class)
                .single();
    }

    private static void check(Actor reader) {
        if (!reader.is(Role.FINANCE, Role.AUDITOR)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }
}
