-- 缴费事由. The second fee of level one is asked of those who entered the panel stage and of nobody else (考务通知七（一）): its
-- charge stands on a row here, one for each. Nobody may write one yet; the panel's migration will grant it.
create table payment.claim (
    id          bigint generated always as identity primary key,
    purpose     text not null check (purpose = 'PANEL'),
    purpose_key text not null unique,
    person_id   bigint not null,
    amount_fen  bigint not null check (amount_fen > 0),
    account_id  bigint not null,
    made_at     timestamptz not null,
    unique (id, purpose_key, person_id, amount_fen)
);
grant select on payment.claim to ${app};

-- A unit owes too: for the textbooks that its workers ordered.
alter table payment.charge alter column person_id drop not null;
alter table payment.charge add column unit_code text;
alter table payment.charge add check ((person_id is null) <> (unit_code is null));
alter table payment.charge drop constraint charge_purpose_check;
alter table payment.charge add check (purpose in ('GRADING', 'PANEL', 'TEXTBOOK'));
alter table payment.charge add check ((purpose = 'TEXTBOOK') = (unit_code is not null));
alter table payment.charge drop constraint charge_amount_fen_check;
alter table payment.charge add check (amount_fen between 1 and case when unit_code is null then 1000000 else 999999999 end);
alter table payment.charge add column claim_id bigint unique;
alter table payment.charge add check ((purpose = 'PANEL') = (claim_id is not null));
alter table payment.charge add foreign key (claim_id, purpose_key, person_id, amount_fen)
      references payment.claim (id, purpose_key, person_id, amount_fen);
-- Where the money is counted to: the region of the agency, and the level; neither for a sheet of textbooks.
alter table payment.charge add column region_code text;
alter table payment.charge add column level int check (level between 1 and 5);
create index charge_unit on payment.charge (unit_code) where unit_code is not null;
create index charge_order on payment.charge (order_number) where order_number is not null;

-- The parts that are due after approval, and those of the panel: the latter on a charge with a claim only.
alter table payment.charge_part add column due text not null default 'APPROVED' check (due in ('APPROVED', 'PANEL'));
create function payment.part_belongs_to_its_purpose() returns trigger language plpgsql as $$
begin
    if (new.due = 'PANEL') <> (select purpose = 'PANEL' from payment.charge where id = new.charge_id) then
        raise exception 'a part of the panel''s fee stands on a claim of the panel only' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger part_belongs_to_its_purpose before insert on payment.charge_part
    for each row execute function payment.part_belongs_to_its_purpose();

-- 订单份额. What of an order's sum is whose: one share when a person pays, many when a unit pays for its people.
create table payment.order_share (
    order_number text not null references payment.channel_order,
    charge_id    bigint not null references payment.charge,
    amount_fen   bigint not null check (amount_fen > 0),
    primary key (order_number, charge_id)
);
create index order_share_charge on payment.order_share (charge_id);
insert into payment.order_share (order_number, charge_id, amount_fen)
select order_number, charge_id, amount_fen from payment.channel_order;
alter table payment.channel_order drop column charge_id;
-- What was asked for under this number: another text under the same number is refused.
alter table payment.channel_order add column request text not null default '';
alter table payment.channel_order add column account_id bigint not null default 0;
-- What the numbers of a payment's orders begin with.
alter table payment.channel_order add column payment_key text;
update payment.channel_order set payment_key = split_part(order_number, '-', 1);
alter table payment.channel_order alter column payment_key set not null;
create index channel_order_key on payment.channel_order (payment_key);

-- One movement of money settles each of its order's charges once; whose order it is, the share says.
alter table payment.receipt drop constraint receipt_transaction_no_key;
alter table payment.receipt add unique (transaction_no, charge_id);
alter table payment.receipt add column channel text;
alter table payment.receipt add foreign key (order_number, charge_id) references payment.order_share (order_number, charge_id);
update payment.receipt set channel = 'WECHAT';
alter table payment.receipt alter column channel set not null;

grant select, insert on payment.order_share to ${app};
grant usage on all sequences in schema payment to ${app};

-- 付款码. What the payer scans, or writes into a transfer, while the order waits: shown again when the page is opened again.
-- A code to scan may be out of date after two hours; then the channel gives another one for the same order, and the newest counts.
create table payment.pay_code (
    id           bigint generated always as identity primary key,
    order_number text not null references payment.channel_order,
    kind         text not null,
    content      text not null,
    unique (order_number, content)
);
grant usage on all sequences in schema payment to ${app};
grant select, insert on payment.pay_code to ${app};

drop index payment.charge_to_ask;
create index charge_to_ask on payment.charge (ask_at) where ask_at is not null;
