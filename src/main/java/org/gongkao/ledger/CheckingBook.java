package org.gongkao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 核验账簿。Adds the book up anew: each entry and all of them sum to zero, closed days are as they were closed. One sentence for each
 * fault; none when the book is whole.
 */
@Component
public class CheckingBook {

    private static final int TOLD = 20;

    private final JdbcClient jdbc;

    CheckingBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Chained(
            LocalDate day, int number, String book, String beside, String previous, String hash, String now) {}

    /** {@code beside} is the hash of what stood against each closed day, computed anew by whoever closed it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> faults(Map<LocalDate, String> beside) {
        var faults = new ArrayList<String>();
        jdbc.sql("""
                select e.id, e.source, coalesce(sum(l.amount_fen), 0) as fen, count(l.entry_id) as lines
                  from ledger.entry e left join ledger.line l on l.entry_id = e.id
                 group by e.id having coalesce(sum(l.amount_fen), 0) <> 0 or count(l.entry_id) < 2 order by e.id limit :told
                """)
                .param("told", TOLD)
                .query((row, n) -> row.getInt("lines") < 2
                        ? "凭证 %d（%s）不足两行。".formatted(row.getLong("id"), row.getString("source"))
                        : "凭证 %d（%s）借贷不平，差 %s。"
                                .formatted(row.getLong("id"), row.getString("source"), new Money(row.getLong("fen"))))
                .list()
                .forEach(faults::add);
        long sum = jdbc.sql("select coalesce(sum(amount_fen), 0)::bigint from ledger.line")
                .query(Long.class)
                .single();
        if (sum != 0) {
            faults.add("全部分录合计不为零，差 %s。".formatted(new Money(sum)));
        }
        faults.addAll(closedDays(beside));
        faults.addAll(daySums());
        return faults;
    }

    private List<String> closedDays(Map<LocalDate, String> beside) {
        var faults = new ArrayList<String>();
        var previous = "";
        var days = jdbc.sql("""
                        select day, number, book_hash, beside_hash, previous_hash, hash, ledger.day_hash(day) as now
                          from ledger.closed_day order by day
                        """)
                .query((row, n) -> new Chained(
                        row.getObject("day", LocalDate.class),
                        row.getInt("number"),
                        row.getString("book_hash"),
                        row.getString("beside_hash"),
                        row.getString("previous_hash"),
                        row.getString("hash"),
                        row.getString("now")))
                .list();
        LocalDate before = null;
        for (var one : days) {
            var day = Shanghai.date(one.day());
            if (!one.book().equals(one.now())) {
                faults.add("已结账日 %s 的凭证与结账时不一致。".formatted(day));
            }
            if (!one.beside().equals(beside.get(one.day()))) {
                faults.add("已结账日 %s 的对账单、财政数据或差异与结账时不一致。".formatted(day));
            }
            if (!one.hash().equals(ClosingDays.chained(one.previous(), one.day(), one.book(), one.beside()))) {
                faults.add("已结账日 %s 的校验码不符。".formatted(day));
            }
            if (!one.previous().equals(previous)
                    || (before != null && !before.plusDays(1).equals(one.day()))) {
                faults.add("已结账日 %s 与前一日的校验码接不上。".formatted(day));
            }
            previous = one.hash();
            before = one.day();
        }
        return faults;
    }

    private List<String> daySums() {
        return jdbc.sql("""
                        with kept as (select day, account, sum(amount_fen) as fen from ledger.day_sum group by day, account),
                             booked as (select e.booked_on as day, l.account, sum(l.amount_fen) as fen
                                          from ledger.line l join ledger.entry e on e.id = l.entry_id
                                         where e.booked_on in (select day from ledger.closed_day) group by e.booked_on, l.account)
                        select distinct day from kept full join booked using (day, account)
                         where kept.fen is distinct from booked.fen order by day limit :told
                        """)
                .param("told", TOLD)
                .query((row, n) -> "已结账日 %s 的日汇总与分录不一致。".formatted(Shanghai.date(row.getObject(1, LocalDate.class))))
                .list();
    }
}
