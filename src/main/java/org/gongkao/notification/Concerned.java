package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells many at once: everybody whom an amendment concerns. One statement, however many they are. */
@Repository
class Concerned {

    private final JdbcClient jdbc;

    Concerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The offices of the region, the workers of its units, and whoever has a file of this year there; a text message goes
     * to those whose file is still open.
     */
    int tell(String occasion, String regionCode, int year, Template template, Map<String, String> values, Instant at) {
        return jdbc.sql("""
                with recursive below (code) as (
                    select code from organisation.v_agency where region_code = :region
                    union
                    select a.code from organisation.v_agency a join below b on a.superior = b.code),
                filed as (
                    select a.person_id, bool_or(a.state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'PAYMENT_DUE', 'REJECTED',
                           'OBJECTED')) as open
                      from application.v_application a
                      join organisation.v_unit u on u.code = a.unit_code
                      join below b on b.code = u.agency_code
                     where a.year = :year and a.state <> 'WITHDRAWN'
                     group by a.person_id),
                concerned (recipient, link, text) as (
                    select 'agency:' || code, '/inbox', 'NONE' from below
                    union all
                    select 'unit:' || u.code, '/inbox', 'NONE'
                      from organisation.v_unit u join below b on b.code = u.agency_code where u.status = 'ACTIVE'
                    union all
                    select 'department:' || d.code, '/inbox', 'NONE'
                      from organisation.v_department d join below b on b.code = d.agency_code
                    union all
                    select 'person:' || person_id, '/application', case when open then 'DUE' else 'NONE' end from filed
                    union all
                    select 'person:' || w.person_id, '/', 'NONE'
                      from worker.v_worker w
                      join organisation.v_unit u on u.code = w.unit_code
                      join below b on b.code = u.agency_code
                     where w.standing <> 'REFUSED' and not exists (select 1 from filed f where f.person_id = w.person_id))
                insert into notification.message (occasion, recipient, template, heading, sentence, link, at, text)
                select :occasion, recipient, :template, :heading, :sentence, link, :at, text from concerned
                on conflict (recipient, occasion) do nothing
                """)
                .param("region", regionCode)
                .param("year", year)
                .param("occasion", occasion)
                .param("template", template.name())
                .param("heading", template.heading(values))
                .param("sentence", template.sentence(values))
                .param("at", Timestamp.from(at))
                .update();
    }
}
