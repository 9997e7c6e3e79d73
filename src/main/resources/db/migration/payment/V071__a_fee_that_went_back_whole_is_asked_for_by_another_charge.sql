-- 另开缴费单. The whole of a fee went back and its matter goes on: it is asked for by another charge of the same purpose, and the
-- one before stays as it ended. One counts: the purpose's key is unique among those that were not replaced.
alter table payment.charge add column replaced_at timestamptz check (replaced_at is null or state = 'SETTLED');
alter table payment.charge drop constraint charge_purpose_key_key;
create unique index charge_of_purpose on payment.charge (purpose_key) where replaced_at is null;
create index charge_replaced on payment.charge (purpose_key) where replaced_at is not null;

-- Other modules see the one that counts.
create or replace view payment.v_charge as
select purpose_key, number, person_id, amount_fen, deadline, state, settled_at from payment.charge where replaced_at is null;
