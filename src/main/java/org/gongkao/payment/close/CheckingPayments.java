package org.gongkao.payment.close;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.ledger.CheckingBook;
import org.gongkao.payment.PaymentInvariant;
import org.gongkao.shared.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 核验款项。Adds all money up anew, at one moment: one sentence for each fault. */
@Component
class CheckingPayments {

    private static final String TOLD = " limit 20";

    private final JdbcClient jdbc;
    private final CheckingBook book;
    private final Sources sources;
    private final ObjectProvider<PaymentInvariant> others;

    CheckingPayments(JdbcClient jdbc, CheckingBook book, Sources sources, ObjectProvider<PaymentInvariant> others) {
        this.jdbc = jdbc;
        this.book = book;
        this.sources = sources;
        this.others = others;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> faults() {
        var faults = new ArrayList<String>();
        others.orderedStream().forEach(one -> faults.addAll(one.faults()));
        faults.addAll(charges());
        faults.addAll(entries());
        faults.addAll(balance());
        var beside = jdbc.sql("select day from ledger.v_closed_day").query(java.time.LocalDate.class).list().stream()
                .collect(Collectors.toMap(day -> day, sources::besideHash));
        faults.addAll(book.faults(beside));
        return faults;
    }

    private List<String> charges() {
        var faults = new ArrayList<String>();
        faults.addAll(sentences("缴费单 %s 已缴费而没有到账记录。", """
                select c.number from payment.charge c left join payment.receipt r on r.charge_id = c.id
                 where c.state = 'SETTLED' and r.charge_id is null order by c.id"""));
        faults.addAll(sentences("缴费单 %s 有到账记录而不是已缴费。", """
                select c.number from payment.receipt r join payment.charge c on c.id = r.charge_id
                 where c.state <> 'SETTLED' order by c.id"""));
        faults.addAll(sentences("缴费单 %s 的到账金额与应缴金额不符。", """
                select c.number from payment.receipt r join payment.charge c on c.id = r.charge_id
                 where c.amount_fen <> r.amount_fen order by c.id"""));
        faults.addAll(sentences("订单 %s 的渠道通知已收到而没有处理成功。", """
                select n.order_number from payment.kept_message k join payment.notification n on n.id = k.notification_id
                 where k.tried > 0 or k.due_at < now() - interval '1 minute' order by n.id"""));
        faults.addAll(sentences("缴费单 %s 已缴费而没有唯一的缴费事由。", """
                select c.number from payment.charge c
                 where c.state = 'SETTLED'
                   and (btrim(c.purpose_key) = ''
                        or (select count(*) from payment.charge d
                             where d.purpose_key = c.purpose_key and d.replaced_at is null) <> 1) order by c.id"""));
        faults.addAll(sentences("缴费单 %s 的费用没有全部退回，却另开了缴费单。", """
                select c.number from payment.charge c
                 where c.replaced_at is not null
                   and c.amount_fen > (select coalesce(sum(r.amount_fen), 0) from payment.refund r
                                        where r.charge_id = c.id and r.discrepancy_id is null and r.state = 'DONE') order by c.id"""));
        return faults;
    }

    private List<String> entries() {
        var faults = new ArrayList<String>();
        faults.addAll(sentences("缴费单 %s 的到账没有如数记账。", """
                select c.number from payment.receipt r join payment.charge c on c.id = r.charge_id
                 where not exists (select 1 from ledger.v_line l
                                    where l.source = 'receipt:' || r.charge_id and l.account = 'CHANNEL'
                                      and l.amount_fen = r.amount_fen) order by c.id"""));
        faults.addAll(sentences("渠道流水 %s 的待查款项没有如数记账。", """
                select d.transaction_no from payment.discrepancy d
                 where not exists (select 1 from ledger.v_line l
                                    where l.source = 'discrepancy:' || d.id and l.account = 'CHANNEL'
                                      and l.amount_fen = d.amount_fen) order by d.id"""));
        faults.addAll(sentences("财政缴款书 %s 没有如数记账。", """
                select f.slip_no from payment.fiscal_line f
                 where not exists (select 1 from ledger.v_line l
                                    where l.source = 'fiscal:' || f.id and l.account = 'CHANNEL' and l.amount_fen = -f.amount_fen)
                    or f.reversed_at is not null and not exists (
                        select 1 from ledger.v_line l where l.source = 'fiscal-reversed:' || f.id and l.account = 'CHANNEL'
                                                        and l.amount_fen = f.amount_fen) order by f.id"""));
        return faults;
    }

    private List<String> balance() {
        return jdbc.sql("""
                        select coalesce(sum(amount_fen), 0)::bigint as booked,
                               (select coalesce(sum(amount_fen), 0) from payment.receipt)::bigint
                               + (select coalesce(sum(amount_fen), 0) from payment.discrepancy)::bigint
                               -- lines of the bank that nobody could match on the first day
                               + coalesce(sum(amount_fen) filter (where source like 'transfer:%'), 0)::bigint
                               + coalesce(sum(amount_fen) filter (where kind in ('CORRECTED', 'REFUND_PAID')), 0)::bigint
                               - (select coalesce(sum(amount_fen), 0) from payment.fiscal_line where reversed_at is null)::bigint as due
                          from ledger.v_line where account = 'CHANNEL'
                        """)
                .query((row, n) -> row.getLong("booked") == row.getLong("due")
                        ? List.<String>of()
                        : List.of("渠道待结算款账上为 %s，按到账、待查、更正、退款和上缴计算应为 %s。"
                                .formatted(new Money(row.getLong("booked")), new Money(row.getLong("due")))))
                .single();
    }

    private List<String> sentences(String sentence, String sql) {
        return jdbc.sql(sql + TOLD).query(String.class).list().stream()
                .map(sentence::formatted)
                .toList();
    }
}
