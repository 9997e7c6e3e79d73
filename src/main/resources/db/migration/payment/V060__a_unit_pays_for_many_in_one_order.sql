-- 单位统一缴费. One payment by a unit for several of its people; its number begins the numbers of its orders.
create sequence payment.collective_number;
create table payment.collective (
    id         bigint generated always as identity primary key,
    number     text not null unique check (number ~ '^T[0-9]{14}$'),
    unit_code  text not null,
    amount_fen bigint not null check (amount_fen > 0),
    people     int not null check (people > 0),
    account_id bigint not null,
    actor_name text not null,
    made_at    timestamptz not null
);
create index collective_unit on payment.collective (unit_code, id desc);
-- 分摊明细. Whose charge, and how much of the sum is for it.
create table payment.collective_share (
    collective_id bigint not null references payment.collective,
    charge_id     bigint not null references payment.charge,
    amount_fen    bigint not null check (amount_fen > 0),
    primary key (collective_id, charge_id)
);
create index collective_share_charge on payment.collective_share (charge_id);
-- 放弃. The unit gave it up, or it was never sent because somebody had paid alone in the same moment.
create table payment.collective_end (
    collective_id bigint primary key references payment.collective,
    why           text not null,
    account_id    bigint not null,
    at            timestamptz not null
);

-- Whose fee a unit has paid.
create view payment.v_paid_by_unit as
select r.charge_id, c.person_id, c.purpose_key, k.number, k.unit_code
  from payment.receipt r
  join payment.channel_order o on o.order_number = r.order_number
  join payment.collective k on k.number = o.payment_key
  join payment.charge c on c.id = r.charge_id;

grant select, insert on payment.collective, payment.collective_share, payment.collective_end to ${app};
grant select on payment.v_paid_by_unit to ${app};
grant usage on all sequences in schema payment to ${app};
