package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Verdicts;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps exactly what was handed in each time, its hash, and the verdict on it. */
@Repository
class Submissions {

    private final JdbcClient jdbc;
    private final Verdicts verdicts;

    Submissions(JdbcClient jdbc, Verdicts verdicts) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
    }

    /**
     * The hash of what was kept: SHA-256 over the content as one JSON text, as it is stored. It says who handed in too, by the
     * name and the masked number of that moment; what was kept before has neither, and keeps its hash. Of the confirmations,
     * those made with this request: what was confirmed of another level, or of a case that is no more, was not shown now.
     */
    String keep(Application application, Checked checked, String unit, Instant at) {
        var hash = jdbc.sql("""
                with handed_in as materialized ( -- else the text is made twice, for itself and for its hash
                    select jsonb_build_object(
                        'number', a.number, 'year', a.year, 'level', a.level, 'occupation', a.occupation,
                        'name', p.name, 'maskedNumber', p.masked_number, 'unit', :unit::text, 'record', a.record, 'at', :said::text,
                        'materials', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'sha256', m.sha256)
                                        order by m.id), '[]')
                                        from application.material m
                                       where m.application_id = a.id and m.removed_at is null),
                        'confirmed', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'text', c.text)
                                        order by c.id), '[]')
                                        from application.confirmation c
                                       where c.application_id = a.id and c.confirmed_at = :at))::text as content
                      from application.application a join person.v_person p on p.id = a.person_id where a.id = :id)
                insert into application.submission (application_id, content, content_hash, at)
                select :id, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), :at from handed_in
                returning content_hash
                """)
                .param("id", application.id())
                .param("unit", unit)
                .param("said", at.toString())
                .param("at", Applications.time(at))
                .query(String.class)
                .single();
        verdicts.keep(application, checked.facts(), checked.verdict(), at);
        return hash;
    }

    /** 提交内容。What was handed in, as the hash was taken over it. */
    record Kept(String content, String contentHash, Instant at) {}

    /** The newest first; none for a file that was never handed in. */
    List<Kept> of(Application application) {
        return jdbc.sql("""
                select content, content_hash, at from application.submission where application_id = :id order by id desc
                """).param("id", application.id()).query(Kept.class).list();
    }
}
