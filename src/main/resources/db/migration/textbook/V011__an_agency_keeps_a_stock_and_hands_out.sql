create sequence textbook.handout_number;

-- 库存. How many copies of a book an agency has: a running figure; the movements are its proof. Never below nothing.
create table textbook.stock (
    year            int not null,
    agency_code     text not null,
    occupation_code text not null,
    level           int not null check (level between 1 and 5),
    on_hand         int not null default 0 check (on_hand >= 0),
    primary key (year, agency_code, occupation_code, level)
);

-- 发放单. What an agency handed out to a unit at one time; request: the form that it was sent with, so that it counts once.
create table textbook.handout (
    id          bigint generated always as identity primary key,
    number      text not null unique,
    request     text not null unique,
    year        int not null,
    unit_code   text not null,
    agency_code text not null,
    account_id  bigint not null,
    actor_name  text not null,
    at          timestamptz not null
);
create index handout_of_unit on textbook.handout (unit_code, year, id desc);
create table textbook.handout_line (
    handout_id      bigint not null references textbook.handout,
    level           int not null check (level between 1 and 5),
    occupation_code text not null,
    quantity        int not null check (quantity > 0),
    primary key (handout_id, level, occupation_code)
);
-- A slip ends once: received by the unit, by name and time, or taken back by the agency with a reason.
create table textbook.handout_end (
    handout_id bigint primary key references textbook.handout,
    act        text not null check (act in ('RECEIVE', 'TAKE_BACK')),
    reason     text not null check ((reason = '') = (act = 'RECEIVE')),
    account_id bigint not null,
    actor_name text not null,
    at         timestamptz not null
);

-- 库存变动. Only added to: what was booked wrongly is set right by a counter-movement with a reason, once.
create table textbook.movement (
    id              bigint generated always as identity primary key,
    request         text unique,
    year            int not null,
    agency_code     text not null,
    occupation_code text not null,
    level           int not null check (level between 1 and 5),
    kind            text not null check (kind in ('ARRIVE', 'REVERSE', 'HAND_OUT', 'TAKE_BACK')),
    quantity        int not null check (case when kind in ('ARRIVE', 'TAKE_BACK') then quantity > 0 else quantity < 0 end),
    reverses        bigint unique references textbook.movement check ((reverses is null) = (kind <> 'REVERSE')),
    handout_id      bigint references textbook.handout check ((handout_id is null) = (kind in ('ARRIVE', 'REVERSE'))),
    note            text not null,
    account_id      bigint not null,
    actor_name      text not null,
    at              timestamptz not null
);
create index movement_of_agency on textbook.movement (agency_code, year, id desc);

-- 发给本人. The unit's record that a worker has the book, and its undoing; the newest counts.
create table textbook.giving (
    id                 bigint generated always as identity primary key,
    application_number text not null,
    person_id          bigint not null,
    unit_code          text not null,
    year               int not null,
    level              int not null check (level between 1 and 5),
    occupation_code    text not null,
    act                text not null check (act in ('GIVE', 'UNDO')),
    account_id         bigint not null,
    actor_name         text not null,
    at                 timestamptz not null
);
create index giving_of_file on textbook.giving (application_number, id desc);

create view textbook.v_handout as
select h.number, h.unit_code, h.agency_code, h.at, e.act as ended_by, e.at as ended_at
  from textbook.handout h left join textbook.handout_end e on e.handout_id = h.id;

create view textbook.v_giving as select id, application_number, person_id, unit_code, act, at from textbook.giving;

-- 应缴教材款. Newest sheets of units that ask for money, with the key under which payment knows it.
create view textbook.v_remittance as
select s.unit_code, s.agency_code, s.year, s.version, s.due_fen,
       'textbooks:' || s.unit_code || ':' || s.year || ':' || s.version as purpose_key
  from textbook.order_sheet s
 where s.due_fen > 0
   and not exists (select 1 from textbook.settled_sheet t where t.sheet_id = s.id)
   and not exists (select 1 from textbook.order_sheet n
                    where n.unit_code = s.unit_code and n.year = s.year and n.version > s.version);

grant select, insert on textbook.handout, textbook.handout_line, textbook.handout_end, textbook.movement, textbook.giving to ${app};
grant select, insert, update on textbook.stock to ${app};
grant select on textbook.v_handout, textbook.v_giving, textbook.v_remittance to ${app};
grant usage on all sequences in schema textbook to ${app};
