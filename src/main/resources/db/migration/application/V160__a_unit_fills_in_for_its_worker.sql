-- 单位代填. That the clerks of a unit may fill in a file for its worker: begun with the file by the unit, or because the worker
-- asked for it. A worker who stands at another unit is no longer helped by this one, whatever stands here.
create table application.assistance (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    office text not null,
    asked boolean not null,
    begun_by bigint not null,
    begun_name text not null,
    begun_at timestamptz not null,
    -- Who of the unit has written, each name once, and when last.
    saved_by text[] not null default '{}',
    saved_at timestamptz,
    -- Since when the worker has been asked to confirm; the unit has written nothing after it.
    ready_at timestamptz,
    ended_by bigint,
    ended_name text,
    ended_at timestamptz,
    check ((saved_at is null) = (cardinality(saved_by) = 0)),
    check ((ended_at is null) = (ended_by is null)),
    check ((ended_at is null) = (ended_name is null)),
    check (asked or saved_at is not null)
);
create unique index assistance_one_open on application.assistance (application_id) where ended_at is null;
create index assistance_of_file on application.assistance (application_id, id);
create index assistance_of_office on application.assistance (office) where ended_at is null;

grant select, insert on application.assistance to ${app};
grant update (saved_by, saved_at, ready_at, ended_by, ended_name, ended_at) on application.assistance to ${app};

-- What messages may read.
create view application.v_assistance as
select s.id, s.office, a.number, a.person_id
  from application.assistance s join application.application a on a.id = s.application_id;
grant select on application.v_assistance to ${app};
