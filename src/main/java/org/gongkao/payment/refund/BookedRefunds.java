package org.gongkao.payment.refund;

import java.util.List;
import org.gongkao.payment.PaymentInvariant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every refund that is done has left the book with its amount, and none that is not done has. */
@Component
class BookedRefunds implements PaymentInvariant {

    private final JdbcClient jdbc;

    BookedRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> faults() {
        return jdbc.sql("""
                        select '退费单 ' || r.number || case when r.state = 'DONE' then ' 已退而没有如数记账。'
                                                             else ' 没有退完而已记为退出。' end
                          from payment.refund r
                          left join ledger.v_line l
                            on l.source = 'refund:' || r.id || ':paid' and l.account = 'CHANNEL' and l.amount_fen = -r.amount_fen
                         where (r.state = 'DONE') <> (l.entry_id is not null)
                         order by r.id limit 20
                        """).query(String.class).list();
    }
}
