-- What other modules and lists may read: no content of the record, no reasons.
create view application.v_application as
select id, number, person_id, year, package_id, state, level, occupation, unit_code, department_code, authority,
       overseer, holder, held_since, submitted_at, review_until, correction_until, payment_until, objection_until,
       corrected, route[array_length(route, 1)] as last_office
  from application.application;

create view application.v_act as
select id, application_id, act, from_state, to_state, office, role, at from application.act;
grant select on application.v_application, application.v_act to ${app};

-- Filters that lists offer, each with an index that ends in the order of the list.
create index application_of_authority_by_state on application.application (authority, state, id);
create index application_of_authority_by_level on application.application (authority, level, id);
create index application_of_overseer_by_state on application.application (overseer, state, id);
create index application_of_overseer_by_level on application.application (overseer, level, id);
create index application_of_authority_by_both on application.application (authority, level, state, id);
create index application_of_overseer_by_both on application.application (overseer, level, state, id);
create index application_of_unit_by_state on application.application (unit_code, state, id);
create index application_of_person on application.application (person_id, id);
