-- The demo's clock: how far business time stands from the machine's. One row, gone back to zero when set back to real time.
-- This folder is not in the packaged jar.
create schema demo;

create table demo.clock (
    id int primary key default 1 check (id = 1),
    shift_seconds bigint not null,
    set_by text not null,
    set_at timestamptz not null
);

grant usage on schema demo to ${app};
grant select, insert, update, delete on all tables in schema demo to ${app};
