-- 待核对原件. The items that some office last marked 待现场核对, with their content as it is now, and whose original nobody has
-- seen: what application.Findings says of one file, for lists of many.
create index finding_on_site on application.finding (application_id) where outcome = 'ON_SITE';
create index finding_on_site_by_time on application.finding (at) where outcome = 'ON_SITE';

create view application.v_original_wanted as
select f.application_id, f.item, f.item_hash, f.office, f.problem as reason, f.at
  from application.finding f
  join application.application a on a.id = f.application_id
 where f.outcome = 'ON_SITE'
   and not exists (select 1 from application.finding later
                    where later.application_id = f.application_id and later.office = f.office
                      and later.item = f.item and later.id > f.id)
   and not exists (select 1 from application.original_seen s
                    where s.application_id = f.application_id and s.item = f.item and s.item_hash = f.item_hash)
   and f.item_hash = case
       when f.item like 'material:%' then
           (select m.sha256 from application.material m
             where m.application_id = f.application_id and m.id = substr(f.item, 10)::bigint and m.removed_at is null)
       when f.item like 'condition:%' then
           (select encode(sha256(convert_to(concat_ws(E'\n', c.result, c.fact, c.needed, c.clause, c.sentence), 'UTF8')), 'hex')
              from application.verdict_condition c
             where c.condition = substr(f.item, 11)
               and c.verdict_id = (select max(v.id) from application.verdict v where v.application_id = f.application_id))
       when f.item = 'choice' then a.level || '/' || a.occupation || '/' || a.unit_code
       else encode(sha256(convert_to(coalesce(a.record -> f.item, '{}')::text, 'UTF8')), 'hex')
       end;

create view application.v_visit as
select v.id, v.application_id, a.number, a.person_id, a.unit_code, v.agency, v.overseer, v.state, v.starts_at, s.ends_at,
       s.place, v.receipt, v.due_at
  from application.visit v
  join application.visit_slot s on s.id = v.slot_id
  join application.application a on a.id = v.application_id;

create view application.v_visit_act as
select id, visit_id, act, at from application.visit_act;
grant select on application.v_original_wanted, application.v_visit, application.v_visit_act to ${app};
