package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 容缺承诺存取。The promises of applications; reached only with an application in hand, which the actor may see. */
@Repository
public class Deferrals {

    private static final String COLUMNS =
            "id, kind, label, liability, due_at, own_until, state, guarantor, material_id, remark";

    private final JdbcClient jdbc;

    Deferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were not withdrawn, in the order they were given. */
    public List<Deferral> of(Application application) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.promise where application_id = :id and state <> 'WITHDRAWN' order by id
                """)
                .param("id", application.id())
                .query(Deferral.class)
                .list();
    }

    /** Those whose material is not there for good yet. */
    public List<Deferral> standing(Application application) {
        return of(application).stream()
                .filter(one -> one.state() == DeferralState.OPEN || one.state() == DeferralState.HANDED_IN)
                .toList();
    }

    public Optional<Deferral> find(Application application, long promise) {
        return of(application).stream().filter(one -> one.id() == promise).findFirst();
    }

    /** In any year. */
    public boolean hasBroken(long personId) {
        return jdbc.sql(
                        "select exists (select 1 from application.promise where person_id = :person and state = 'BROKEN')")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** The second click changes nothing. */
    public void add(Application application, MaterialKind kind, DeferralTerms terms, Instant at) {
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, promised_at)
                values (:id, :person, :kind, :label, :liability, :due, :at)
                on conflict (application_id, kind) where state <> 'WITHDRAWN' do nothing
                """)
                .param("id", application.id())
                .param("person", application.personId())
                .param("kind", kind.code())
                .param("label", kind.name())
                .param("liability", terms.liability())
                .param("due", Applications.time(terms.due(null)))
                .param("at", Applications.time(at))
                .update();
    }

    public void withdraw(Application application, String kind) {
        jdbc.sql("""
                update application.promise set state = 'WITHDRAWN'
                 where application_id = :id and kind = :kind and state = 'OPEN'
                """).param("id", application.id()).param("kind", kind).update();
    }

    /** The unit stands in for all that is promised, under the text of liability that each promise carries; its last word counts. */
    public void guarantee(Application application, String responsible, Actor by, Instant at) {
        jdbc.sql("""
                update application.promise set guarantor = :responsible, guarantor_account = :account, guaranteed_at = :at
                 where application_id = :id and state = 'OPEN'
                """)
                .param("id", application.id())
                .param("responsible", responsible)
                .param("account", by.account())
                .param("at", Applications.time(at))
                .update();
    }

    /** False when it does not stand there any more: somebody, or the bell, was quicker. */
    public boolean move(Deferral promise, DeferralState to, String remark) {
        return jdbc.sql("update application.promise set state = :to, remark = :remark where id = :id and state = :seen")
                        .param("id", promise.id())
                        .param("to", to.name())
                        .param("remark", remark)
                        .param("seen", promise.state().name())
                        .update()
                == 1;
    }

    /** False likewise. */
    public boolean handIn(Deferral promise, Material material) {
        return move(promise, DeferralState.HANDED_IN, "")
                && jdbc.sql("update application.promise set material_id = :material where id = :id")
                                .param("id", promise.id())
                                .param("material", material.id())
                                .update()
                        == 1;
    }

    /** 另定期限: an office was late, so the worker has until then at least. */
    public void giveUntil(Deferral promise, Instant until) {
        jdbc.sql("""
                update application.promise set own_until = :until, due_at = :until
                 where id = :id and state = 'OPEN' and due_at < :until
                """)
                .param("id", promise.id())
                .param("until", Applications.time(until))
                .update();
    }
}
