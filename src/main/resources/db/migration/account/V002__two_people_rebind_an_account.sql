-- 账号更正. One asks, another decides: a new phone for one who lost the old, or a changed name. Every request stays on record.
create table account.correction (
    id           bigint generated always as identity primary key,
    kind         text not null check (kind in ('PHONE', 'NAME')),
    person_id    bigint not null references person.person,
    unit_code    text not null references organisation.unit (code),
    phone_sealed bytea,
    masked_phone text,
    new_name     text,
    reason       text not null check (char_length(reason) between 4 and 200),
    state        text not null check (state in ('REQUESTED', 'DONE', 'REFUSED')),
    requested_by bigint not null references account.account,
    requested_at timestamptz not null,
    decided_by   bigint references account.account,
    decided_at   timestamptz,
    answer       text check (char_length(answer) between 2 and 200),
    check ((kind = 'PHONE') = (phone_sealed is not null)),
    check ((kind = 'NAME') = (new_name is not null)),
    check ((state = 'REQUESTED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (decided_by is distinct from requested_by)
);
create unique index correction_one_open on account.correction (person_id, kind) where state = 'REQUESTED';
create index correction_unit on account.correction (unit_code, state, id);

grant select, insert, update, delete on account.correction to ${app};
grant usage on all sequences in schema account to ${app};

-- 交接. Whose work an office's account went on with.
alter table account.account add column succeeds bigint references account.account;
