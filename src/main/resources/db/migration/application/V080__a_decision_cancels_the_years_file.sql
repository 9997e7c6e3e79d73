-- 已取消. By a decision on false papers, from wherever the file stood.
alter table application.application drop constraint application_state_check;
alter table application.application add constraint application_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'PAYMENT_DUE', 'PAID', 'REJECTED', 'OBJECTED', 'REJECTED_FINALLY',
                     'WITHDRAWN', 'LAPSED', 'CANCELLED'));

-- Before whom the file lay when the act was done: whoever loses a file by an act of somebody else is told of it.
alter table application.act add column from_holder text;

create or replace view application.v_act as
select id, application_id, act, from_state, to_state, office, role, at, from_holder from application.act;
