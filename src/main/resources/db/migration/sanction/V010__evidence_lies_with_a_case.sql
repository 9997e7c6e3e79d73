-- 证据. What the agency holds against the person, all of it there before the person is told; only added to.
create table sanction.evidence (
    id          bigint generated always as identity primary key,
    sanction_id bigint not null references sanction.sanction,
    file_id     bigint not null,
    name        text not null,
    sha256      text not null,
    account     bigint not null,
    at          timestamptz not null,
    unique (sanction_id, sha256)
);

grant select, insert on sanction.evidence to ${app};
grant usage on all sequences in schema sanction to ${app};
