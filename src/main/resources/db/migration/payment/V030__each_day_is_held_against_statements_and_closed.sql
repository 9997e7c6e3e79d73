-- 待取对账单. Whether the statement of a channel's day has come, and when it is asked for again, by the machine's clock.
create table payment.statement_due (
    channel  text not null,
    day      date not null,
    state    text not null default 'WAITING' check (state in ('WAITING', 'BROKEN', 'TAKEN')),
    asked    int not null default 0,
    ask_at   timestamptz,
    why      text not null default '',
    problems text[] not null default '{}',
    primary key (channel, day)
);
create index statement_due_ask on payment.statement_due (ask_at) where ask_at is not null;

-- What was booked on a day of the calendar here, whatever the time of day.
create index statement_line_day on payment.statement_line
       (channel, ((booked_at at time zone 'Asia/Shanghai')::date));
-- A refund is known on both sides by our number of it.
create index statement_line_refund on payment.statement_line (channel, coalesce(number, transaction_no)) where kind = 'OUT';

-- 财政缴款数据. What the treasury's system (财政非税系统) says reached it: a file for a day, taken whole. A slip counts once; what is
-- wrong is reversed with a reason, in the book too.
create table payment.fiscal_import (
    id         bigint generated always as identity primary key,
    day        date not null,
    file_name  text not null,
    hash       text not null,
    lines      int not null check (lines > 0),
    sum_fen    bigint not null,
    account_id bigint not null,
    taken_at   timestamptz not null
);
create index fiscal_import_day on payment.fiscal_import (day);
create table payment.fiscal_line (
    id                bigint generated always as identity primary key,
    import_id         bigint not null references payment.fiscal_import,
    place             int not null,
    day               date not null,
    channel           text not null,
    slip_no           text not null,
    amount_fen        bigint not null check (amount_fen > 0),
    reversed_at       timestamptz,
    reversed_by       bigint,
    reversal_reason   text,
    check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversal_reason is null)),
    unique (import_id, place)
);
create unique index fiscal_slip_once on payment.fiscal_line (slip_no) where reversed_at is null;
create index fiscal_line_day on payment.fiscal_line (day, channel);

-- 对账差异. Where the book, a channel's statement and the treasury do not say the same. Amounts are theirs and ours, as each has it.
create table payment.difference (
    id            bigint generated always as identity primary key,
    day           date not null,
    kind          text not null check (kind in
                  ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'FISCAL_MISSING', 'FISCAL_AMOUNT', 'DAY')),
    channel       text not null,
    -- IN:transaction, OUT:transaction, or the day for the treasury: what makes it the same difference again.
    mark          text not null,
    number        text,
    ours_fen      bigint not null,
    theirs_fen    bigint not null,
    state         text not null check (state in ('OPEN', 'EXPLAINED', 'SETTLED')),
    by_itself     boolean not null default false,
    owner_account bigint,
    note          text not null default '',
    found_at      timestamptz not null,
    acted_at      timestamptz,
    acted_by      bigint,
    asked         int not null default 0,
    version       int not null default 0,
    unique (kind, channel, mark)
);
create index difference_day on payment.difference (day, id);
create index difference_unsettled on payment.difference (id) where state <> 'SETTLED' and kind <> 'DAY';
-- 差异经过. One line for each move.
create table payment.difference_act (
    id            bigint generated always as identity primary key,
    difference_id bigint not null references payment.difference,
    act           text not null check (act in ('FIND', 'ASSIGN', 'EXPLAIN', 'SETTLE', 'HEAL', 'RECUR')),
    state_after   text not null,
    note          text not null,
    account_id    bigint not null,
    acted_at      timestamptz not null
);
create index difference_act_difference on payment.difference_act (difference_id, id);

-- 缺少的来源. Named by one person, with the reason; another one closes the day.
create table payment.absent_source (
    day        date not null,
    source     text not null,
    reason     text not null,
    account_id bigint not null,
    named_at   timestamptz not null,
    primary key (day, source)
);

-- What was there when the day was closed. The hash over both tables is in the book's own chain.
create table payment.closed_source (
    day          date not null,
    place        int not null,
    source       text not null,
    statement_id bigint references payment.statement,
    import_id    bigint references payment.fiscal_import,
    content_hash text not null,
    absent       text not null,
    named_by     bigint,
    primary key (day, place)
);
create index closed_source_statement on payment.closed_source (statement_id);
create index closed_source_import on payment.closed_source (import_id);
create table payment.closed_difference (
    day           date not null,
    place         int not null,
    difference_id bigint not null references payment.difference,
    line          text not null,
    primary key (day, place)
);

grant select, insert, update on payment.statement_due, payment.difference to ${app};
grant select, insert on payment.fiscal_import, payment.fiscal_line, payment.difference_act, payment.absent_source,
      payment.closed_source, payment.closed_difference to ${app};
grant update (reversed_at, reversed_by, reversal_reason) on payment.fiscal_line to ${app};
grant usage on all sequences in schema payment to ${app};
