create schema ledger;

-- 账簿分录. Double entry, only added to: each entry's lines sum to zero. Debit is positive, credit negative.
create table ledger.entry (
    id         bigint generated always as identity primary key,
    source     text not null unique,
    kind       text not null,
    booked_on  date not null,
    posted_at  timestamptz not null,
    account_id bigint not null
);
create index entry_day on ledger.entry (booked_on, id);
create table ledger.line (
    entry_id       bigint not null references ledger.entry,
    place          int not null,
    account        text not null,
    amount_fen     bigint not null check (amount_fen <> 0),
    channel        text,
    purpose        text,
    charge_id      bigint,
    transaction_no text,
    region_code    text,
    level          int,
    primary key (entry_id, place)
);
create index line_charge on ledger.line (charge_id);
create index line_transaction on ledger.line (channel, transaction_no);

create function ledger.entry_sums_to_zero() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(amount_fen), 1) from ledger.line where entry_id = new.entry_id) <> 0 then
        raise exception 'ledger entry % does not sum to zero', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger entry_sums_to_zero after insert on ledger.line
    deferrable initially deferred for each row execute function ledger.entry_sums_to_zero();

grant usage on schema ledger to ${app};
grant select, insert on ledger.entry, ledger.line to ${app};
grant usage on all sequences in schema ledger to ${app};
