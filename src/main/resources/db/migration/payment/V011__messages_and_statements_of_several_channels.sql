alter table payment.notification drop constraint notification_verdict_check;
alter table payment.notification add check (verdict in
      ('TAKEN', 'REPEATED', 'UNSIGNED', 'FORGED', 'STALE', 'MISDIRECTED', 'REPLAYED', 'BROKEN'));
alter table payment.notification add column channel text not null default '';
alter table payment.notification rename column nonce to message_id;
drop index payment.notification_taken_once;
create unique index notification_taken_once on payment.notification (channel, message_id) where verdict = 'TAKEN';

alter table payment.discrepancy add column channel text;
alter table payment.discrepancy drop constraint discrepancy_order_number_transaction_no_kind_key;
create unique index discrepancy_once on payment.discrepancy (order_number, transaction_no, kind, coalesce(charge_id, 0));
update payment.discrepancy set channel = 'WECHAT';
alter table payment.discrepancy alter column channel set not null;

-- 对账单. What a channel or the bank says it booked, as fetched or handed in, and its lines. A movement is taken once.
create table payment.statement (
    id         bigint generated always as identity primary key,
    channel    text not null,
    first_day  date not null,
    last_day   date not null check (last_day >= first_day),
    file_name  text,
    hash       text not null,
    lines      int not null check (lines >= 0),
    in_fen     bigint not null,
    out_fen    bigint not null,
    account_id bigint not null,
    taken_at   timestamptz not null,
    unique (channel, hash, first_day)
);
create index statement_day on payment.statement (channel, last_day);
create table payment.statement_line (
    statement_id   bigint not null references payment.statement,
    place          int not null,
    channel        text not null,
    kind           text not null check (kind in ('IN', 'OUT')),
    transaction_no text not null,
    number         text,
    amount_fen     bigint not null check (amount_fen > 0),
    booked_at      timestamptz not null,
    payer          text,
    primary key (statement_id, place),
    unique (channel, kind, transaction_no)
);
create index statement_line_booked on payment.statement_line (channel, booked_at);

grant select, insert on payment.statement, payment.statement_line to ${app};
grant usage on all sequences in schema payment to ${app};
