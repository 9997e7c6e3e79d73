-- Since when the holder had the file that it acts on: how long a decision took is then read from its own line, and counted
-- for 100,000 decisions without looking up the act before each.
alter table application.act add column held_since timestamptz;
update application.act a set held_since = t.came_at from application.v_turn t where t.act_id = a.id;

-- 审查决定. What the offices decided on files, and who; no reasons. Read by office and time.
create view application.v_decision as
select id as act_id, application_id, office, act, account_id, actor_name, held_since, at
  from application.act
 where act in ('APPROVE', 'RETURN', 'REJECT');
grant select on application.v_decision to ${app};

create index act_decision_of_office on application.act (office, at, id) where act in ('APPROVE', 'RETURN', 'REJECT');
