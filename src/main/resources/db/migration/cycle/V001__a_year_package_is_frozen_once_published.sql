create schema if not exists cycle;

-- A year's line of versions: publications and amendments count up together.
create table cycle.line (
    region       text not null check (region ~ '^[0-9]{4}[0-9Z][0-9]$'),
    year         int not null,
    last_version int not null default 0,
    primary key (region, year)
);

create table cycle.year_package (
    id              bigint generated always as identity primary key,
    region          text not null,
    year            int not null,
    version         int,
    name            text not null,
    state           text not null check (state in ('DRAFTED', 'PUBLISHED', 'ARCHIVED')),
    base_text       text not null,
    overlay_text    text not null,
    hash            text not null,
    row_version     int not null default 0,
    drafted_by_name text not null,
    drafted_at      timestamptz not null,
    published_at    timestamptz,
    unique (region, year, version),
    check ((state = 'DRAFTED') = (version is null)),
    check ((state = 'DRAFTED') = (published_at is null))
);

create table cycle.amendment (
    id               bigint generated always as identity primary key,
    package_id       bigint not null references cycle.year_package,
    region           text not null check (region ~ '^[0-9]{4}[0-9Z][0-9]$'),
    document_number  text not null,
    reason           text not null,
    wanted_from      timestamptz,
    state            text not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')),
    version          int,
    effective_at     timestamptz,
    row_version      int not null default 0,
    proposed_by      bigint not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    decided_by       bigint,
    decided_by_name  text,
    decided_at       timestamptz,
    check ((state = 'CONFIRMED') = (version is not null)),
    check ((state = 'CONFIRMED') = (effective_at is not null)),
    -- Nobody confirms their own: also where the program is not asked.
    check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);

create index amendment_package on cycle.amendment (package_id);

create table cycle.amendment_change (
    amendment_id bigint not null references cycle.amendment,
    position     int not null,
    field        text not null,
    before_text  text not null,
    after_text   text not null,
    primary key (amendment_id, field)
);

create table cycle.act (
    id           bigint generated always as identity primary key,
    package_id   bigint not null references cycle.year_package,
    amendment_id bigint references cycle.amendment,
    act          text not null,
    reason       text not null,
    by_account   bigint not null,
    by_name      text not null,
    at           timestamptz not null
);

create index act_package on cycle.act (package_id, id);

-- What is published stays as it was published, whoever asks.
create function cycle.keep_frozen() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFTED'
       and (new.region, new.year, new.version, new.name, new.base_text, new.overlay_text, new.hash, new.published_at)
           is distinct from
           (old.region, old.year, old.version, old.name, old.base_text, old.overlay_text, old.hash, old.published_at) then
        raise exception 'year package % is published and stays as it is', old.id;
    end if;
    if old.state = 'ARCHIVED' or (old.state = 'PUBLISHED' and new.state = 'DRAFTED') then
        raise exception 'year package % does not go back from %', old.id, old.state;
    end if;
    return new;
end
$$;

create trigger keep_frozen before update on cycle.year_package
    for each row execute function cycle.keep_frozen();

grant usage on schema cycle to ${app};
grant select, insert, update on cycle.line, cycle.year_package, cycle.amendment to ${app};
grant select, insert on cycle.amendment_change, cycle.act to ${app};
grant usage on all sequences in schema cycle to ${app};
