-- 信息更正. The personal number too; only its masked form stands here.
alter table application.roster_correction drop constraint roster_correction_fact_check;
alter table application.roster_correction add check (fact in ('NAME', 'NUMBER', 'OCCUPATION'));

-- An agency's list of rosters goes on by unit.
create index application_paid_of_authority on application.application (authority, year, unit_code) where state = 'PAID';
