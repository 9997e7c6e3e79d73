-- 已结账日. A day whose book is closed: in order, once, chained to the day before. Reopening does not exist: what is wrong is put
-- right by a new entry on an open day.
create table ledger.closed_day (
    day           date primary key,
    number        int not null unique check (number > 0),
    entries       int not null,
    book_hash     text not null,
    -- What was held against the book that day, as whoever closed it vouches for: statements, imports, differences.
    beside_hash   text not null,
    previous_hash text not null,
    hash          text not null unique,
    account_id    bigint not null,
    closed_at     timestamptz not null
);

-- 日汇总. The sums of a closed day, so that no page adds up a year of lines.
create table ledger.day_sum (
    day         date not null references ledger.closed_day,
    kind        text not null,
    account     text not null,
    channel     text,
    purpose     text,
    region_code text,
    level       int,
    amount_fen  bigint not null,
    lines       int not null
);
create index day_sum_day on ledger.day_sum (day);

-- Who books on a day holds it open together with all others who do; who closes it waits for them and lets nobody in after.
create function ledger.hold_open(on_day date) returns boolean language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(7304, on_day - date '2000-01-01');
    return not exists (select 1 from ledger.closed_day where day >= on_day);
end $$;

-- That day, or the first one after it that is open: a message that comes for a closed day is booked today.
create function ledger.open_day(wanted date) returns date language plpgsql as $$
declare
    found date := wanted;
begin
    while not ledger.hold_open(found) loop
        select max(day) + 1 into found from ledger.closed_day;
    end loop;
    return found;
end $$;

create function ledger.day_is_open() returns trigger language plpgsql as $$
begin
    if not ledger.hold_open(new.booked_on) then
        raise exception 'the ledger of % is closed', new.booked_on using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger day_is_open before insert on ledger.entry for each row execute function ledger.day_is_open();

-- The entry of this very transaction was let in a moment ago, and its day is held.
create function ledger.day_of_entry_is_open() returns trigger language plpgsql as $$
declare
    on_day date;
    just_now boolean;
begin
    select booked_on, xmin = pg_current_xact_id()::xid into on_day, just_now from ledger.entry where id = new.entry_id;
    if on_day is not null and not just_now and not ledger.hold_open(on_day) then
        raise exception 'the ledger of % is closed', on_day using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger day_of_entry_is_open before insert on ledger.line for each row execute function ledger.day_of_entry_is_open();

create function ledger.days_close_in_order() returns trigger language plpgsql as $$
declare
    last date;
begin
    perform pg_advisory_xact_lock(7304, new.day - date '2000-01-01');
    select max(day) into last from ledger.closed_day;
    if last is not null and new.day <> last + 1
       or last is null and exists (select 1 from ledger.entry where booked_on < new.day) then
        raise exception 'a day before % is still open', new.day using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger days_close_in_order before insert on ledger.closed_day
    for each row execute function ledger.days_close_in_order();

create function ledger.day_hash(of_day date) returns text language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(entry, E'\n' order by id), ''), 'UTF8')), 'hex')
      from (select e.id, json_build_array(e.id, e.source, e.kind, e.booked_on, extract(epoch from e.posted_at), e.account_id,
                       json_agg(json_build_array(l.place, l.account, l.amount_fen, l.channel, l.purpose, l.charge_id,
                                                 l.transaction_no, l.region_code, l.level) order by l.place))::text as entry
              from ledger.entry e left join ledger.line l on l.entry_id = e.id
             where e.booked_on = of_day group by e.id) as entries
$$;

create index line_account on ledger.line (account, entry_id, place);

create view ledger.v_line as
select e.id, l.entry_id, l.place, e.source, e.kind, e.booked_on, e.posted_at, l.account, l.amount_fen, l.channel, l.purpose,
       l.charge_id, l.transaction_no, l.region_code, l.level
  from ledger.line l join ledger.entry e on e.id = l.entry_id;

-- Closed days as they were added up, open ones as they stand.
create view ledger.v_day_sum as
select day, kind, account, channel, purpose, region_code, level, amount_fen, lines::bigint from ledger.day_sum
union all
select booked_on, kind, account, channel, purpose, region_code, level, sum(amount_fen)::bigint, count(*)
  from ledger.v_line
 where booked_on > coalesce((select max(day) from ledger.closed_day), '-infinity'::date)
 group by booked_on, kind, account, channel, purpose, region_code, level;

create view ledger.v_closed_day as select day, number, entries, hash, account_id, closed_at from ledger.closed_day;

grant select, insert on ledger.closed_day, ledger.day_sum to ${app};
grant select on ledger.v_line, ledger.v_day_sum, ledger.v_closed_day to ${app};
