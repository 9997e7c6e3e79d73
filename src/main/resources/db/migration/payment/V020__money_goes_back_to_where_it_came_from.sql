-- 退费. Money of a paid charge, or money that fits no charge, on its way back to the channel and the order it came by.
create sequence payment.refund_number;
create table payment.refund (
    id              bigint generated always as identity primary key,
    number          text not null unique check (number ~ '^R[0-9]{16}$'),
    ground          text not null check (ground in
                    ('DOUBLE', 'LATE', 'UNEXPECTED', 'MISPAID', 'SANCTION', 'BROKEN_PROMISE', 'OWN_WISH', 'ORGANISER')),
    charge_id       bigint references payment.charge,
    -- Set where what goes back stands as unclear in the book, and is not the charge's own.
    discrepancy_id  bigint references payment.discrepancy,
    channel         text not null,
    order_number    text not null,
    transaction_no  text not null,
    order_total_fen bigint not null check (order_total_fen > 0),
    amount_fen      bigint not null check (amount_fen > 0 and amount_fen <= order_total_fen),
    state           text not null check (state in
                    ('REQUESTED', 'PROPOSED', 'SENT', 'DISPUTED', 'FAILED', 'DONE', 'REJECTED', 'WITHDRAWN')),
    reason          text not null,
    asked_by_role   text not null,
    asked_by        bigint not null,
    proposed_by     bigint,
    -- The channel has said that it knows this refund: from then on it is asked, before that it is told again.
    accepted        boolean not null default false,
    -- How often it was sent off; the book names each time.
    attempt         int not null default 0,
    ask_at          timestamptz,
    asked           int not null default 0,
    opened_at       timestamptz not null,
    done_at         timestamptz,
    -- The channel's own number of what went back.
    outcome         text,
    version         int not null default 0,
    check (charge_id is not null or discrepancy_id is not null),
    check ((done_at is not null) = (state = 'DONE')),
    check (ask_at is null or state in ('SENT', 'DISPUTED')),
    check (state not in ('SENT', 'DISPUTED', 'FAILED', 'DONE') or attempt > 0)
);
-- One at a time of a charge, and one at all of money that fits none, unless it was given up.
create unique index refund_of_charge on payment.refund (charge_id)
    where discrepancy_id is null and state not in ('DONE', 'REJECTED', 'WITHDRAWN');
create unique index refund_of_discrepancy on payment.refund (discrepancy_id) where state not in ('REJECTED', 'WITHDRAWN');
create index refund_charge on payment.refund (charge_id, id);
create index refund_discrepancy on payment.refund (discrepancy_id, id) where discrepancy_id is not null;
create index refund_to_ask on payment.refund (ask_at) where ask_at is not null;
create index refund_state on payment.refund (state, id);
create index refund_order on payment.refund (order_number);
create index refund_transaction on payment.refund (transaction_no);

-- 退费明细. Which parts of the fee go back, and how much of each; none where a movement goes back in full.
create table payment.refund_part (
    refund_id  bigint not null references payment.refund,
    place      int not null,
    name       text not null,
    amount_fen bigint not null check (amount_fen >= 0),
    primary key (refund_id, place)
);

-- 退费经过. One line for each move, in the move's transaction.
create table payment.refund_act (
    id           bigint generated always as identity primary key,
    refund_id    bigint not null references payment.refund,
    act          text not null check (act in ('REQUEST', 'WITHDRAW', 'DROP', 'PROPOSE', 'REJECT', 'SEND_BACK', 'APPROVE',
                 'ORDER', 'COMPLETE', 'FAIL', 'DIFFER', 'SEND_AGAIN', 'GIVE_UP')),
    state_after  text not null,
    actor_role   text not null,
    account      bigint not null,
    actor_name   text not null,
    detail       text not null,
    happened_at  timestamptz not null
);
create index refund_act_refund on payment.refund_act (refund_id, id);

-- 退款请求. What the channel was asked for under this number: never another text under the same number.
create table payment.refund_request (
    refund_number text primary key references payment.refund (number),
    request       text not null,
    sent_at       timestamptz not null
);

-- 可退额. How much of a movement of money, and of each part of a fee that it paid, is promised back: never more than came.
-- place 0 is a movement that fits no charge, -1 the movement as a whole.
create table payment.refund_limit (
    channel        text not null,
    transaction_no text not null,
    charge_id      bigint not null,
    place          int not null,
    paid_fen       bigint not null check (paid_fen > 0),
    taken_fen      bigint not null default 0 check (taken_fen between 0 and paid_fen),
    primary key (channel, transaction_no, charge_id, place)
);

-- 退费主张. The matter that was paid for has come to an end of which the rules speak; what they say, in words.
create table payment.refund_claim (
    id         bigint generated always as identity primary key,
    charge_id  bigint not null references payment.charge,
    ground     text not null check (ground in ('SANCTION', 'BROKEN_PROMISE')),
    sentence   text not null,
    account_id bigint not null,
    claimed_at timestamptz not null,
    dropped_at timestamptz
);
create unique index refund_claim_standing on payment.refund_claim (charge_id, ground) where dropped_at is null;

alter table payment.discrepancy drop constraint discrepancy_kind_check;
alter table payment.discrepancy add check (kind in
      ('AMOUNT', 'PAYER', 'LATE', 'DOUBLE', 'UNEXPECTED', 'NO_ORDER', 'REFUND'));

create view payment.v_refund as
select r.id, r.number, r.ground, r.charge_id, c.number as charge_number, c.person_id, c.unit_code, r.channel, r.order_number,
       r.transaction_no, r.amount_fen, r.state, r.opened_at, r.done_at, r.discrepancy_id
  from payment.refund r left join payment.charge c on c.id = r.charge_id;
create view payment.v_refund_act as select id, refund_id, act, actor_role, happened_at from payment.refund_act;

grant select, insert, update on payment.refund, payment.refund_part, payment.refund_limit, payment.refund_claim to ${app};
grant select, insert on payment.refund_act, payment.refund_request to ${app};
grant select on payment.v_refund, payment.v_refund_act to ${app};
grant usage on all sequences in schema payment to ${app};
