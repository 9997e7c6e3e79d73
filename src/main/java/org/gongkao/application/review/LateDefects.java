package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 初次可见的缺陷。Defects that an office names only now, though it or a lower tier had the very same content before it when the
 * file was returned earlier; and the consents of the office above to a return for them.
 */
@Repository
class LateDefects {

    /** 同意再次退回。That a superior consented, and why. */
    record Consent(String superior, String actorName, String reason, Instant at) {}

    private final JdbcClient jdbc;

    LateDefects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those among the office's present defects to which nobody has consented yet. */
    List<Finding> unconsented(Application file, Findings now, Office office) {
        var late = seenBefore(file, office);
        return now.defects(office).stream()
                .filter(defect -> late.contains(defect.item() + "@" + defect.itemHash()))
                .toList();
    }

    /** Seen when a file was returned by this or a lower tier, named in no return, consented to by nobody. */
    private Set<String> seenBefore(Application file, Office office) {
        return jdbc
                .sql("""
                select f.item || '@' || f.item_hash
                  from application.act a
                  join application.finding f
                    on f.application_id = a.application_id and f.office = a.office and f.at <= a.at
                 where a.application_id = :id and a.act = 'RETURN' and a.tier <= :tier
                   and not exists (select 1 from application.defect d
                                    where d.application_id = :id and d.item = f.item and d.item_hash = f.item_hash)
                   and not exists (select 1 from application.late_defect_consent c
                                    where c.application_id = :id and c.office = :office
                                      and c.item = f.item and c.item_hash = f.item_hash)
                """)
                .param("id", file.id())
                .param("tier", file.filed().route().indexOf(office))
                .param("office", office.toString())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void consent(Application file, Finding defect, String reason, Actor superior, Instant at) {
        jdbc.sql("""
                insert into application.late_defect_consent
                       (application_id, office, item, item_hash, superior, account_id, actor_name, reason, at)
                values (:id, :office, :item, :hash, :superior, :account, :name, :reason, :at)
                on conflict (application_id, office, item, item_hash) do nothing
                """)
                .param("id", file.id())
                .param("office", defect.office())
                .param("item", defect.item())
                .param("hash", defect.itemHash())
                .param("superior", superior.office().toString())
                .param("account", superior.account())
                .param("name", superior.name())
                .param("reason", reason)
                .param("at", Applications.time(at))
                .update();
    }

    List<Consent> consents(Application file) {
        return jdbc.sql("""
                select distinct superior, actor_name, reason, at from application.late_defect_consent
                 where application_id = :id order by at
                """).param("id", file.id()).query(Consent.class).list();
    }
}
