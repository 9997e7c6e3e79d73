-- 现场审查时段. When and where an agency looks at originals, and of how many files; the row itself decides who gets the last
-- place.
create table application.visit_slot (
    id bigint generated always as identity primary key,
    agency text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    place text not null,
    capacity int not null,
    booked int not null default 0,
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    reason text not null default '',
    account_id bigint not null,
    created_at timestamptz not null,
    check (starts_at < ends_at),
    check (booked between 0 and capacity)
);
create unique index visit_slot_one_a_time_and_place on application.visit_slot (agency, starts_at, place)
    where state = 'OPEN';
create index visit_slot_of_agency on application.visit_slot (agency, starts_at, id);
grant select, insert on application.visit_slot to ${app};
grant update (booked, state, reason) on application.visit_slot to ${app};

create sequence application.original_receipt;
grant usage on sequence application.original_receipt to ${app};

-- 现场审查. One appointment of one file, and what became of the originals: the number of their receipt, until when they are
-- to be given back, and who took them.
create table application.visit (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    slot_id bigint not null references application.visit_slot (id),
    agency text not null,
    overseer text,
    starts_at timestamptz not null,
    state text not null check (state in ('BOOKED', 'RECEIVED', 'COMPARED', 'RETURNED', 'CANCELLED')),
    receipt text unique,
    received_at timestamptz,
    due_at timestamptz,
    returned_at timestamptz,
    returned_to text not null default '',
    version int not null default 0,
    check ((state in ('RECEIVED', 'COMPARED', 'RETURNED')) = (receipt is not null)),
    check ((state = 'RETURNED') = (returned_at is not null))
);
-- One running appointment a file, also under two clicks at once.
create unique index visit_one_a_file on application.visit (application_id)
    where state in ('BOOKED', 'RECEIVED', 'COMPARED');
create index visit_of_file on application.visit (application_id, id);
create index visit_of_slot on application.visit (slot_id) where state = 'BOOKED';
create index visit_of_day on application.visit (agency, starts_at, id) where state <> 'CANCELLED';
create index visit_booked on application.visit (starts_at) where state = 'BOOKED';
create index visit_held on application.visit (agency, due_at, id) where state in ('RECEIVED', 'COMPARED');
create index visit_held_below on application.visit (overseer, due_at, id) where state in ('RECEIVED', 'COMPARED');
grant select, insert on application.visit to ${app};
grant update (slot_id, starts_at, state, receipt, received_at, due_at, returned_at, returned_to, version)
   on application.visit to ${app};

-- 办理记录. Every act on an appointment; never changed.
create table application.visit_act (
    id bigint generated always as identity primary key,
    visit_id bigint not null references application.visit (id),
    act text not null check (act in ('BOOK', 'CHANGE', 'CANCEL', 'CALL_OFF', 'RELEASE', 'RECEIVE', 'COMPARE', 'RETURN')),
    from_state text not null,
    to_state text not null,
    office text,
    account_id bigint not null,
    actor_name text not null,
    role text not null,
    reason text not null,
    at timestamptz not null
);
create index visit_act_of_visit on application.visit_act (visit_id, id);
grant select, insert on application.visit_act to ${app};

-- 收到的原件. An original that lies with the agency: the item that it belongs to, and how many pages are compared with it.
create table application.visit_original (
    id bigint generated always as identity primary key,
    visit_id bigint not null references application.visit (id),
    item text not null,
    item_hash text not null,
    label text not null,
    pages int not null check (pages > 0),
    unique (visit_id, item)
);
grant select, insert on application.visit_original to ${app};

-- 逐页核对. Whether one page of what was uploaded is as its original.
create table application.visit_page (
    original_id bigint not null references application.visit_original (id),
    page int not null check (page > 0),
    same boolean not null,
    note text not null,
    account_id bigint not null,
    at timestamptz not null,
    primary key (original_id, page),
    check (same or note <> '')
);
grant select, insert on application.visit_page to ${app};
