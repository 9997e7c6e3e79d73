-- 申报材料。A file of the worker's; taken out, it stays on record and no longer counts.
create table application.material (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    kind text not null,
    file_id text not null,
    name text not null,
    type text not null,
    bytes bigint not null,
    sha256 text not null,
    added_at timestamptz not null,
    removed_at timestamptz
);
create index material_of_application on application.material (application_id, id);
grant select, insert on application.material to ${app};
grant update (removed_at) on application.material to ${app};

-- 确认事项。The words that were shown, and that they were confirmed.
create table application.confirmation (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    kind text not null,
    text text not null,
    confirmed_at timestamptz not null
);
create index confirmation_of_application on application.confirmation (application_id, id);
grant select, insert on application.confirmation to ${app};

-- 提交回执。What exactly was handed in, each time; the hash stands on the receipt.
create table application.submission (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    content text not null,
    content_hash text not null,
    at timestamptz not null
);
create index submission_of_application on application.submission (application_id, id);
grant select, insert on application.submission to ${app};
