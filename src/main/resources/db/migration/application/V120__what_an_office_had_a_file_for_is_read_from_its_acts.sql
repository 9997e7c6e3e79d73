-- 在办时段。Each stretch for which a file lay before an office for review, with the act that ended it; the one still running
-- is not in it. A stretch begins with the act before, so the promised time needs no second bookkeeping.
create view application.v_turn as
select act_id, application_id, office, came_at, left_at, act, to_state
  from (select id as act_id, application_id, from_holder as office, from_state, act, to_state, at as left_at,
               lag(at) over (partition by application_id order by id) as came_at
          from application.act) step
 where from_state = 'IN_REVIEW' and office is not null and came_at is not null;
grant select on application.v_turn to ${app};
