create schema worker;

-- 工勤人员. One row for each person; the unit is the one that answers for what they file.
create table worker.worker (
    person_id   bigint primary key references person.person,
    unit_code   text not null references organisation.unit (code),
    standing    text not null check (standing in ('UNCONFIRMED', 'CONFIRMED', 'REFUSED')),
    enrolled_at timestamptz not null,
    decided_by  bigint,
    decided_at  timestamptz,
    reason      text check (char_length(reason) between 2 and 200),
    version     int not null default 1,
    check ((standing = 'UNCONFIRMED') = (decided_at is null)),
    check ((standing = 'REFUSED') = (reason is not null))
);
create index worker_queue on worker.worker (unit_code, standing, enrolled_at, person_id);

create view worker.v_worker as
    select person_id, unit_code, standing from worker.worker;

grant usage on schema worker to ${app};
grant select, insert, update, delete on all tables in schema worker to ${app};
