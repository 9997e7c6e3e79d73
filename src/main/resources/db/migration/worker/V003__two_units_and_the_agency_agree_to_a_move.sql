-- 调动. The new unit asks, the former one lets go, the agency that answers for the former unit confirms.
create table worker.unit_move (
    id            bigint generated always as identity primary key,
    number        text not null unique,
    person_id     bigint not null references person.person,
    from_unit     text not null references organisation.unit (code),
    to_unit       text not null references organisation.unit (code),
    agency_code   text not null references organisation.agency (code),
    state         text not null check (state in ('REQUESTED', 'RELEASED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    explanation   text not null check (char_length(explanation) between 2 and 200),
    route_follows boolean,
    requested_at  timestamptz not null,
    version       int not null default 1,
    check (from_unit <> to_unit),
    check ((state = 'DONE') = (route_follows is not null))
);
create unique index move_open on worker.unit_move (person_id) where state in ('REQUESTED', 'RELEASED');
create index move_to on worker.unit_move (to_unit, id);
create index move_from on worker.unit_move (from_unit, id);
create index move_at on worker.unit_move (agency_code, id);

create table worker.unit_move_act (
    move_id bigint not null references worker.unit_move,
    version int not null,
    act     text not null check (act in ('REQUEST', 'RELEASE', 'CONFIRM', 'REFUSE', 'WITHDRAW')),
    state   text not null,
    account bigint not null,
    role    text not null,
    office  text not null,
    reason  text not null,
    at      timestamptz not null,
    primary key (move_id, version)
);

grant select, insert, update on worker.unit_move to ${app};
grant select, insert on worker.unit_move_act to ${app};
grant usage on sequence worker.unit_move_id_seq to ${app};
