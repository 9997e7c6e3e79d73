package org.gongkao.payment.refund;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 退费主张库。What the rules said of charges whose matter had ended, each once. */
@Repository
class RefundClaimRows {

    /** 主张。What the rules say of a charge whose matter has ended. */
    record Claim(RefundGround ground, String sentence) {}

    private final JdbcClient jdbc;

    RefundClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the same stands already. */
    boolean add(Paid charge, RefundGround ground, String sentence, Actor by, Instant now) {
        return jdbc.sql("""
                        insert into payment.refund_claim (charge_id, ground, sentence, account_id, claimed_at)
                        values (?, ?, ?, ?, ?) on conflict (charge_id, ground) where dropped_at is null do nothing
                        """)
                        .params(charge.id(), ground.name(), sentence, by.account(), Timestamp.from(now))
                        .update()
                == 1;
    }

    void drop(Paid charge, RefundGround ground, Instant now) {
        jdbc.sql("""
                update payment.refund_claim set dropped_at = ? where charge_id = ? and ground = ? and dropped_at is null
                """).params(Timestamp.from(now), charge.id(), ground.name()).update();
    }

    List<Claim> of(Paid charge) {
        return jdbc.sql("""
                        select ground, sentence from payment.refund_claim where charge_id = :id and dropped_at is null order by id
                        """)
                .param("id", charge.id())
                .query((row, n) -> new Claim(RefundGround.valueOf(row.getString("ground")), row.getString("sentence")))
                .list();
    }
}
