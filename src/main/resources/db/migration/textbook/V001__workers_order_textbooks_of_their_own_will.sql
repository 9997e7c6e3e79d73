create schema textbook;

-- 教材征订意愿. What a worker chose, each time; the newest counts, and who has never chosen orders nothing.
create table textbook.choice (
    id                 bigint generated always as identity primary key,
    application_number text not null,
    person_id          bigint not null,
    unit_code          text not null,
    year               int not null,
    wanted             boolean not null,
    account_id         bigint not null,
    chosen_at          timestamptz not null
);
create index choice_of_file on textbook.choice (application_number, id desc);
create index choice_of_unit on textbook.choice (unit_code, year);

-- 教材征订单. What a unit orders: the number of those who opted in, by occupation and level, frozen with version and hash.
create table textbook.order_sheet (
    id           bigint generated always as identity primary key,
    unit_code    text not null,
    year         int not null,
    version      int not null check (version > 0),
    content_hash text not null,
    account_id   bigint not null,
    actor_name   text not null,
    confirmed_at timestamptz not null,
    unique (unit_code, year, version)
);
create table textbook.order_line (
    sheet_id   bigint not null references textbook.order_sheet,
    place      int not null,
    level      int not null check (level between 1 and 5),
    occupation text not null,
    quantity   int not null check (quantity > 0),
    primary key (sheet_id, place)
);

grant usage on schema textbook to ${app};
grant select, insert on textbook.choice, textbook.order_sheet, textbook.order_line to ${app};
grant usage on all sequences in schema textbook to ${app};
