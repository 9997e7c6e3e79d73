create schema job;

-- 批量任务. "done" moves in the transaction of the piece that it counts, so a killed job goes on exactly where it stood.
create table job.job (
    id           bigint generated always as identity primary key,
    task         text not null,
    title        text not null,
    header       text[] not null,
    state        text not null default 'WAITING'
                 check (state in ('WAITING', 'RUNNING', 'FINISHED', 'CANCELLED', 'STOPPED')),
    total        int not null check (total >= 0),
    done         int not null default 0 check (done between 0 and total),
    failed       int not null default 0,
    stumbles     int not null default 0,
    account      bigint not null,
    account_name text not null,
    role         text not null,
    office       text,
    person       bigint,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    turn         bigint not null default 0
);
create index job_due on job.job (turn, id) where state in ('WAITING', 'RUNNING');
create index job_mine on job.job (account, id);
create index job_office on job.job (office, id);

-- The rows a job was given, in their order. Numbers of persons never stand here in the clear.
create table job.input (
    job_id bigint not null references job.job on delete cascade,
    row_no int not null,
    line   int not null,
    cells  text[] not null,
    primary key (job_id, row_no)
);

-- What became of each row, in words.
create table job.result (
    job_id   bigint not null references job.job on delete cascade,
    row_no   int not null,
    outcome  text not null check (outcome in ('DONE', 'SKIPPED', 'FAILED')),
    what     text not null,
    sentence text not null,
    path     text not null,
    primary key (job_id, row_no)
);
create index result_not_done on job.result (job_id, row_no) where outcome <> 'DONE';

grant usage on schema job to ${app};
grant select, insert, update, delete on all tables in schema job to ${app};
revoke update, delete on job.input, job.result from ${app};
grant usage on all sequences in schema job to ${app};
