create schema payment;

create sequence payment.charge_number;

-- 缴费单. One purpose has one charge, whoever asks for it and however often.
create table payment.charge (
    id           bigint generated always as identity primary key,
    number       text not null unique check (number ~ '^[0-9]{16}$'),
    purpose      text not null check (purpose in ('GRADING')),
    purpose_key  text not null unique,
    person_id    bigint not null,
    title        text not null,
    amount_fen   bigint not null check (amount_fen between 1 and 1000000),
    deadline     timestamptz not null,
    state        text not null default 'OPEN'
                 check (state in ('OPEN', 'UNKNOWN', 'PREPARED', 'DISPUTED', 'SETTLED', 'LAPSED', 'CANCELLED')),
    -- The order under which the channel knows it now; none while nothing is at the channel.
    order_number text check (order_number is not null or state not in ('UNKNOWN', 'PREPARED')),
    -- The channel is to close the order instead of only saying how it stands.
    closing      boolean not null default false,
    -- When the channel is asked next, by the machine's clock.
    ask_at       timestamptz,
    asked        int not null default 0,
    opened_at    timestamptz not null,
    settled_at   timestamptz check ((settled_at is not null) = (state = 'SETTLED')),
    version      int not null default 0
);
create index charge_person on payment.charge (person_id);
create index charge_to_ask on payment.charge (ask_at) where state in ('UNKNOWN', 'PREPARED');

-- 收费明细. What the amount is made of.
create table payment.charge_part (
    charge_id  bigint not null references payment.charge,
    place      int not null,
    name       text not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (charge_id, place)
);

-- 缴费经过. One line for each move, in the move's transaction.
create table payment.charge_event (
    id           bigint generated always as identity primary key,
    charge_id    bigint not null references payment.charge,
    act          text not null,
    state_before text not null,
    state_after  text not null,
    actor_role   text not null,
    account      bigint not null,
    detail       text not null,
    happened_at  timestamptz not null
);
create index charge_event_charge on payment.charge_event (charge_id, id);

-- 渠道订单. Each order that was ever sent to a channel, kept for ever: its messages may come late.
create table payment.channel_order (
    order_number text primary key,
    charge_id    bigint not null references payment.charge,
    channel      text not null,
    amount_fen   bigint not null check (amount_fen > 0),
    payer        text not null,
    sent_at      timestamptz not null
);
create index channel_order_charge on payment.channel_order (charge_id);

-- 到账. The one payment that settled a charge.
create table payment.receipt (
    charge_id      bigint primary key references payment.charge,
    order_number   text not null references payment.channel_order,
    transaction_no text not null unique,
    amount_fen     bigint not null check (amount_fen > 0),
    paid_at        timestamptz not null,
    recorded_at    timestamptz not null
);

-- 渠道通知记录. Everything that came to the open address, taken or refused.
create table payment.notification (
    id           bigint generated always as identity primary key,
    received_at  timestamptz not null,
    business_at  timestamptz not null,
    verdict      text not null
                 check (verdict in ('TAKEN', 'UNSIGNED', 'FORGED', 'STALE', 'REPLAYED', 'BROKEN')),
    nonce        text,
    order_number text,
    body_hash    text not null,
    body_bytes   int not null
);
create unique index notification_taken_once on payment.notification (nonce) where verdict in ('TAKEN', 'BROKEN');

-- 差异. Money that does not fit a charge; somebody of finance decides on it.
create table payment.discrepancy (
    id             bigint generated always as identity primary key,
    kind           text not null check (kind in ('AMOUNT', 'PAYER', 'LATE', 'DOUBLE', 'UNEXPECTED', 'NO_ORDER')),
    charge_id      bigint references payment.charge,
    order_number   text not null,
    transaction_no text not null,
    amount_fen     bigint not null,
    paid_at        timestamptz not null,
    found_at       timestamptz not null,
    decided_at     timestamptz,
    decided_by     bigint,
    note           text,
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (note is null)),
    unique (order_number, transaction_no, kind)
);

create view payment.v_charge as
select purpose_key, number, person_id, amount_fen, deadline, state, settled_at from payment.charge;

grant usage on schema payment to ${app};
grant select, insert, update on payment.charge, payment.discrepancy to ${app};
grant select, insert on payment.charge_part, payment.charge_event, payment.channel_order, payment.receipt,
      payment.notification to ${app};
grant select on payment.v_charge to ${app};
grant usage on all sequences in schema payment to ${app};
