package org.gongkao.account;

import java.util.List;
import org.gongkao.job.JobStarters;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the jobs which account was closed, and who goes on with its work. */
@Repository
class TakenOverJobs implements JobStarters {

    private final JdbcClient jdbc;

    TakenOverJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account is never deleted: one that is not there is the platform's own. */
    @Override
    public boolean isInUse(Actor starter) {
        return jdbc.sql("select not exists (select from account.account where id = :id and closed_at is not null)")
                .param("id", starter.account())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Long> takenOverBy(Actor successor) {
        return jdbc.sql("""
                        with recursive before(id) as (
                            select succeeds from account.account where id = :id
                             union
                            select a.succeeds from before join account.account a on a.id = before.id)
                        select id from before where id is not null
                        """).param("id", successor.account()).query(Long.class).list();
    }
}
