create schema file;

create table file.file (
    id          bigint generated always as identity primary key,
    state       text not null default 'RECEIVED' check (state in ('RECEIVED', 'CLAIMED', 'RELEASED')),
    name        text not null,
    type        text not null check (type in ('JPEG', 'PNG', 'PDF', 'XLSX')),
    bytes       bigint not null check (bytes > 0),
    sha256      text not null check (length(sha256) = 64),
    width       integer not null,
    height      integer not null,
    pages       integer not null,
    scanned_by  text,
    subject     text,
    received_by bigint not null,
    received_at timestamptz not null,
    check ((state = 'RECEIVED') = (subject is null))
);

create index on file.file (sha256);
create index on file.file (received_at) where state in ('RECEIVED', 'RELEASED');

grant usage on schema file to ${app};
grant select, insert, update, delete on all tables in schema file to ${app};
grant usage on all sequences in schema file to ${app};
