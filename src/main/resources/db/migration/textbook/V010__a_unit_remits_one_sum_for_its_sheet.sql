-- A line knows its book by occupation and level, and the price at which it was confirmed; the price is null where the year has
-- none. Lines from before carry the occupation's name in place of its code: their units confirm again once there are prices.
alter table textbook.order_line add column occupation_code text;
alter table textbook.order_line add column title text not null default '';
alter table textbook.order_line add column price_fen bigint check (price_fen > 0);
update textbook.order_line set occupation_code = occupation;
alter table textbook.order_line alter column occupation_code set not null;

-- agency_code: who answers for the unit and hands out. amount_fen: what the sheet costs, null without prices. due_fen: what was
-- asked for with this version, after what had been paid for earlier ones.
alter table textbook.order_sheet add column agency_code text;
alter table textbook.order_sheet add column amount_fen bigint check (amount_fen >= 0);
alter table textbook.order_sheet add column due_fen bigint not null default 0 check (due_fen >= 0);
update textbook.order_sheet s
   set agency_code = (select u.agency_code from organisation.v_unit u where u.code = s.unit_code);
alter table textbook.order_sheet alter column agency_code set not null;
create index order_sheet_charged on textbook.order_sheet (agency_code, year) where due_fen > 0;

-- 征订人员. The list that goes with the sum: who ordered which book. Names stand in schema person alone.
create table textbook.order_member (
    sheet_id           bigint not null references textbook.order_sheet,
    application_number text not null,
    person_id          bigint not null,
    level              int not null check (level between 1 and 5),
    occupation_code    text not null,
    primary key (sheet_id, application_number)
);

-- 缴清的征订单. A sheet whose sum is there, or that asked for none; only such a sheet is handed out against.
create table textbook.settled_sheet (
    sheet_id   bigint primary key references textbook.order_sheet,
    settled_at timestamptz not null
);

-- 教材款退费. What is still here of a sum of which something went back; heard in any order, the least counts.
create table textbook.refunded (
    refund_id     bigint primary key,
    purpose_key   text not null,
    remaining_fen bigint not null check (remaining_fen >= 0),
    heard_at      timestamptz not null
);
create index refunded_of_sum on textbook.refunded (purpose_key);

-- 单位教材账. How far each book of a unit is: a running figure beside the sheets and slips that are its proof, so that sums over
-- a city are one scan and two acts at once meet on one row. ordered: the newest sheet. paid: the newest one whose
-- sum is here.
create table textbook.unit_book (
    year            int not null,
    unit_code       text not null,
    agency_code     text not null,
    level           int not null check (level between 1 and 5),
    occupation_code text not null,
    ordered         int not null default 0 check (ordered >= 0),
    paid            int not null default 0 check (paid >= 0),
    handed_out      int not null default 0 check (handed_out >= 0),
    received        int not null default 0 check (received between 0 and handed_out),
    given           int not null default 0 check (given between 0 and received),
    primary key (year, unit_code, level, occupation_code)
);
create index unit_book_of_agency on textbook.unit_book (year, agency_code, occupation_code, level)
    include (ordered, paid, handed_out);
insert into textbook.unit_book (year, unit_code, agency_code, level, occupation_code, ordered)
select s.year, s.unit_code, s.agency_code, l.level, l.occupation_code, l.quantity
  from (select distinct on (unit_code, year) * from textbook.order_sheet order by unit_code, year, version desc) s
  join textbook.order_line l on l.sheet_id = s.id;

grant select, insert on textbook.order_member, textbook.settled_sheet, textbook.refunded to ${app};
grant select, insert, update on textbook.unit_book to ${app};
grant usage on all sequences in schema textbook to ${app};
