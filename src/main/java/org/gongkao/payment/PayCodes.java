package org.gongkao.payment;

import java.util.Optional;
import org.gongkao.channel.PayWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 付款码。What the payer scans or writes down, kept word for word, so that the page shows the same again; a page that is jumped to is not kept. */
@Repository
public class PayCodes {

    private static final String SCANNED = "CODE";

    private final JdbcClient jdbc;

    PayCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String order, PayWay way) {
        var content = switch (way) {
            case PayWay.Code code -> code.content();
            case PayWay.Transfer to -> String.join("\n", to.payCode(), to.accountName(), to.accountNumber(), to.bank());
            case PayWay.Page page -> "";
        };
        if (!content.isEmpty()) {
            jdbc.sql("""
                    insert into payment.pay_code (order_number, kind, content) values (:number, :kind, :content)
                    on conflict (order_number, content) do nothing
                    """)
                    .param("number", order)
                    .param("kind", way instanceof PayWay.Code ? SCANNED : "TRANSFER")
                    .param("content", content)
                    .update();
        }
    }

    public Optional<PayWay> find(String order) {
        return jdbc.sql(
                        "select kind, content from payment.pay_code where order_number = :number order by id desc limit 1")
                .param("number", order)
                .query((row, n) -> read(row.getString("kind"), row.getString("content")))
                .optional();
    }

    private static PayWay read(String kind, String content) {
        if (kind.equals(SCANNED)) {
            return new PayWay.Code(content);
        }
        var parts = content.split("\n", -1);
        return new PayWay.Transfer(parts[0], parts[1], parts[2], parts[3]);
    }
}
