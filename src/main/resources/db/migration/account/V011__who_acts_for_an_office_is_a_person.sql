-- 经办人实名. Nobody decides on their own file or on two tiers of one: so an office's account carries the person too. Accounts from
-- before have none until their holder says who it is, at the next sign-in.
drop view account.v_account;
alter table account.account drop constraint account_check;
alter table account.account add constraint account_worker_is_a_person check (role <> 'WORKER' or person_id is not null);
-- One account as a worker, one at each office: so two accounts of one office are two people.
drop index account.account_person;
create unique index account_worker on account.account (person_id) where role = 'WORKER' and closed_at is null;
create unique index account_holder on account.account (person_id, office) where role <> 'WORKER' and closed_at is null;
create index account_person on account.account (person_id);
