package org.gongkao.application;

import java.util.List;
import org.gongkao.payment.PaymentInvariant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every paid file has exactly one settled charge. Held together here, since payment knows no file. */
@Component
class PaidFiles implements PaymentInvariant {

    private final JdbcClient jdbc;

    PaidFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> faults() {
        return jdbc.sql("""
                        select a.number || case when count(c.number) = 0 then ' 已缴费而没有已了结的缴费单。'
                                                else ' 有一张以上已了结的缴费单。' end
                          from application.application a
                          left join payment.v_charge c on c.purpose_key = a.number and c.state = 'SETTLED'
                         where a.state = 'PAID'
                         group by a.number having count(c.number) <> 1 order by a.number limit 20
                        """).query(String.class).list().stream()
                .map("申报 "::concat)
                .toList();
    }
}
