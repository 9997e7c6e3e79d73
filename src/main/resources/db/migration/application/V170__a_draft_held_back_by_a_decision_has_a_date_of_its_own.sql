-- 恢复申报. A draft that a decision took away while registration ran can be handed in until then, once the decision is revoked.
-- Where a file was taken from, and when, stands in its act of cancellation.
alter table application.application add column registration_until timestamptz;

create or replace view application.v_application as
select id, number, person_id, year, package_id, state, level, occupation, unit_code, department_code, authority,
       overseer, holder, held_since, submitted_at, review_until, correction_until, payment_until, objection_until,
       corrected, route[array_length(route, 1)] as last_office, registration_until
  from application.application;
