create schema audit;

-- xid: the transaction that wrote the line. The sealer takes lines below the oldest running transaction,
-- so that none can appear later before one already sealed.
create table audit.line (
    id          bigint generated always as identity primary key,
    xid         xid8        not null default pg_current_xact_id(),
    kind        text        not null check (kind in ('DONE', 'SEEN', 'REFUSED')),
    machine_at  timestamptz not null,
    business_at timestamptz not null,
    account     bigint,
    role        text,
    office      text,
    act         text        not null check (length(act) between 1 and 60),
    subject     text        not null check (length(subject) between 1 and 120),
    detail      text        not null check (length(detail) <= 500)
);

create index line_in_order_of_sealing on audit.line (xid, id);
create index line_by_time on audit.line (machine_at, id);
create index line_by_subject on audit.line (subject, machine_at, id);
create index line_by_account on audit.line (account, machine_at, id);

-- No foreign key: a deleted line must leave its seal behind, or nobody would see that it is gone.
create table audit.seal (
    number    bigint      primary key check (number > 0),
    line_id   bigint      not null unique,
    line_xid  xid8        not null,
    hash      bytea       not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null
);

-- The application's role cannot do it anyway; this stops the owner's own slips.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit lines and seals are only ever added';
end
$$;

create trigger line_is_never_changed before update or delete on audit.line
    for each statement execute function audit.refuse_change();
create trigger seal_is_never_changed before update or delete on audit.seal
    for each statement execute function audit.refuse_change();

-- By columns: the transaction's number is the database's to say.
grant usage on schema audit to ${app};
grant select on audit.line, audit.seal to ${app};
grant insert (kind, machine_at, business_at, account, role, office, act, subject, detail) on audit.line to ${app};
grant insert on audit.seal to ${app};
