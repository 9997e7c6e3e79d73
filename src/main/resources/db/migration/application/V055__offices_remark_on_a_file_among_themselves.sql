-- 内部备注. What an officer wants the other offices on the file's route to know; never shown to the worker, never changed.
create table application.note (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    text text not null,
    at timestamptz not null
);
create index note_of_application on application.note (application_id, id);
grant select, insert on application.note to ${app};
