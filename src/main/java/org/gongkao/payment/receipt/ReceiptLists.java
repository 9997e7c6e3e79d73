package org.gongkao.payment.receipt;

import java.util.List;
import java.util.Optional;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Receipts as they are read: by the person whose charge it is, by the unit in whose name it stands, by finance and the auditor.
 * Anybody else's is not found.
 */
@Repository
class ReceiptLists {

    private static final String OPEN =
            "(r.state in ('REFUSED', 'RED_REFUSED') or r.doubt is not null or r.proposed_by is not null)";

    private final JdbcClient jdbc;
    private final PayerSearch payers;

    ReceiptLists(JdbcClient jdbc, PayerSearch payers) {
        this.jdbc = jdbc;
        this.payers = payers;
    }

    private static String own(Actor reader) {
        return switch (reader.role()) {
            case WORKER -> "r.charge_id in (select id from payment.charge where person_id = :reader)";
            case UNIT_CLERK -> "r.payer_unit = :reader";
            case FINANCE, AUDITOR -> ":reader = 0";
            default -> throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        };
    }

    private static Object reader(Actor reader) {
        return switch (reader.role()) {
            case WORKER -> reader.person();
            case UNIT_CLERK -> reader.office().code();
            default -> 0;
        };
    }

    FiscalReceipt get(String number, Actor reader) {
        return jdbc.sql(ReceiptRows.RECEIPT + " where r.number = :number and " + own(reader))
                .param("number", number)
                .param("reader", reader(reader))
                .query((row, n) -> ReceiptRows.read(row))
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The receipts of one charge, the last first. */
    List<FiscalReceipt> ofCharge(long charge, Actor reader) {
        return jdbc.sql(ReceiptRows.RECEIPT + " where r.charge_id = :charge and " + own(reader) + " order by r.id desc")
                .param("charge", charge)
                .param("reader", reader(reader))
                .query((row, n) -> ReceiptRows.read(row))
                .list();
    }

    /** The number of the charge that a receipt is for. */
    String chargeNumber(FiscalReceipt receipt) {
        return jdbc.sql("select number from payment.charge where id = :id")
                .param("id", receipt.charge())
                .query(String.class)
                .single();
    }

    /** The receipt that a receipt stands in for, and the one that stands in for it. */
    Optional<String> before(FiscalReceipt receipt) {
        return number("id = :id", receipt.replaces());
    }

    Optional<String> after(FiscalReceipt receipt) {
        return number("replaces = :id", receipt.id());
    }

    private Optional<String> number(String condition, @Nullable Long id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql("select number from payment.fiscal_receipt where " + condition)
                        .param("id", id)
                        .query(String.class)
                        .optional();
    }

    /** Newest first; all who may read the queue read all of it. */
    Page<FiscalReceipt> find(ReceiptSearch search, int limit, Actor reader) {
        var term = search.term();
        var rows = jdbc.sql(sql(search, reader))
                .param("reader", reader(reader))
                .param("state", search.state().map(Enum::name).orElse(""))
                .param("term", term)
                .param("prefix", escape(term) + "%")
                .param(
                        "payers",
                        term.isEmpty() ? null : payers.charges(term, reader).toArray(Long[]::new))
                .param("after", search.after().orElse(0L))
                .param("limit", limit + 1)
                .query((row, n) -> ReceiptRows.read(row))
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                List.copyOf(shown),
                rows.size() > limit ? String.valueOf(shown.getLast().id()) : null);
    }

    /** By who pays, by the name that stands on it, from its beginning, or by the whole number of the receipt or the request. */
    static String sql(ReceiptSearch search, Actor reader) {
        var sql = new StringBuilder(ReceiptRows.RECEIPT).append(" where ").append(own(reader));
        search.state().ifPresent(state -> sql.append(" and r.state = :state"));
        if (search.onlyOpen()) {
            sql.append(" and ").append(OPEN);
        }
        if (!search.term().isEmpty()) {
            sql.append("""
                     and r.id in (select id from payment.fiscal_receipt where payer like :prefix
                                  union select id from payment.fiscal_receipt where number = :term
                                  union select id from payment.fiscal_receipt where receipt_no = :term
                                  union select id from payment.fiscal_receipt where charge_id = any (cast(:payers as bigint[])))
                    """);
        }
        search.after().ifPresent(id -> sql.append(" and r.id < :after"));
        return sql.append(" order by r.id desc limit :limit").toString();
    }

    private static String escape(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** How many wait for somebody of finance, and how many for the issuer. */
    int waitingForFinance(Actor reader) {
        return count(OPEN, reader);
    }

    int waitingForIssuer(Actor reader) {
        return count("r.ask_at is not null", reader);
    }

    private int count(String condition, Actor reader) {
        if (!reader.is(Role.FINANCE, Role.AUDITOR)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return jdbc.sql("select count(*) from payment.fiscal_receipt r where " + condition)
                .query(Integer.class)
                .single();
    }
}
