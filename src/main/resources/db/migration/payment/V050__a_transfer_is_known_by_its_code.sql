-- 缴款码. What the payer writes into the purpose of a bank transfer; each order has its own, and each code one order for ever.
create table payment.transfer_code (
    code         text primary key check (code ~ '^[1-9][0-9]{9}$'),
    order_number text not null unique references payment.channel_order,
    amount_fen   bigint not null check (amount_fen > 0),
    made_at      timestamptz not null
);
-- 退款转账. What finance is to transfer back at the bank, with the number in the purpose; done once a statement shows it.
create table payment.transfer_refund (
    number     text primary key,
    serial     text not null,
    amount_fen bigint not null check (amount_fen > 0),
    asked_at   timestamptz not null
);
-- 银行流水行. A line of a bank statement, and whose money it was found to be.
create table payment.transfer_line (
    id            bigint generated always as identity primary key,
    statement_id  bigint not null references payment.statement,
    kind          text not null check (kind in ('IN', 'OUT')),
    serial        text not null,
    amount_fen    bigint not null check (amount_fen > 0),
    booked_at     timestamptz not null,
    other_name    text not null,
    purpose       text not null,
    state         text not null check (state in ('MATCHED', 'UNMATCHED', 'PROPOSED', 'ASSIGNED', 'UNCLEAR', 'REFUNDED', 'OUTGOING')),
    order_number  text references payment.transfer_code (order_number),
    refund_number text references payment.transfer_refund,
    version       int not null default 0,
    unique (kind, serial),
    check ((state in ('MATCHED', 'PROPOSED', 'ASSIGNED')) = (order_number is not null)),
    check ((state = 'REFUNDED') = (refund_number is not null))
);
create index transfer_line_state on payment.transfer_line (state, id);
create index transfer_line_order on payment.transfer_line (order_number) where order_number is not null;
create unique index transfer_line_refund on payment.transfer_line (refund_number) where refund_number is not null;
create index transfer_line_name on payment.transfer_line (other_name text_pattern_ops, id);
create index transfer_line_serial on payment.transfer_line (serial text_pattern_ops, id);
create index transfer_line_statement on payment.transfer_line (statement_id);
-- 认领经过. Who said whose money a line is, who confirmed it, and why.
create table payment.transfer_line_act (
    id           bigint generated always as identity primary key,
    line_id      bigint not null references payment.transfer_line,
    act          text not null check (act in ('PROPOSE', 'CONFIRM', 'REJECT', 'SET_ASIDE')),
    order_number text not null,
    reason       text not null,
    account_id   bigint not null,
    actor_name   text not null,
    at           timestamptz not null
);
create index transfer_line_act_line on payment.transfer_line_act (line_id, id);

grant select, insert on payment.transfer_code, payment.transfer_refund, payment.transfer_line,
      payment.transfer_line_act to ${app};
grant update (state, order_number, version) on payment.transfer_line to ${app};
grant usage on all sequences in schema payment to ${app};
