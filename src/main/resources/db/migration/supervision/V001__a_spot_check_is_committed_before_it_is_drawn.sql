create schema supervision;

create sequence supervision.check_number;

-- 抽查. Ordered once: which decisions, the hash of their frozen list, and the hash of the platform's secret. Nothing of it is
-- ever changed; what follows are rows of their own.
create table supervision.spot_check (
    id           bigint generated always as identity primary key,
    number       text not null unique,
    ordered_by   text not null,
    checked      text not null,
    decision     text not null check (decision in ('APPROVE', 'RETURN', 'REJECT')),
    first_day    date not null,
    last_day     date not null check (last_day >= first_day),
    wanted       int not null check (wanted between 1 and 500),
    population   int not null check (population >= wanted),
    reason       text not null,
    list_hash    text not null,
    -- Not shown to anybody before the draw.
    secret       text not null,
    commitment   text not null,
    account      bigint not null,
    actor_name   text not null,
    ordered_at   timestamptz not null
);
create index spot_check_ordered on supervision.spot_check (ordered_by, id);
create index spot_check_checked on supervision.spot_check (checked, id);

-- 抽查名单. The files among which is drawn, as they were when it was ordered.
create table supervision.spot_check_file (
    check_id bigint not null references supervision.spot_check,
    number   text not null,
    primary key (check_id, number)
);

-- 抽取. Once a check; the words come from the officer after the secret was committed to.
create table supervision.spot_check_draw (
    check_id   bigint primary key references supervision.spot_check,
    words      text not null,
    account    bigint not null,
    actor_name text not null,
    drawn_at   timestamptz not null
);
create table supervision.spot_check_pick (
    check_id bigint not null references supervision.spot_check_draw,
    place    int not null,
    number   text not null,
    primary key (check_id, place),
    unique (check_id, number),
    foreign key (check_id, number) references supervision.spot_check_file
);

-- 核查结果. The newest line of a file counts.
create table supervision.spot_check_result (
    id         bigint generated always as identity primary key,
    check_id   bigint not null,
    number     text not null,
    sound      boolean not null,
    words      text not null check (sound or words <> ''),
    account    bigint not null,
    actor_name text not null,
    at         timestamptz not null,
    foreign key (check_id, number) references supervision.spot_check_pick (check_id, number)
);
create index spot_check_result_of_file on supervision.spot_check_result (check_id, number, id desc);

create table supervision.spot_check_end (
    check_id   bigint primary key references supervision.spot_check_draw,
    conclusion text not null,
    account    bigint not null,
    actor_name text not null,
    ended_at   timestamptz not null
);

grant usage on schema supervision to ${app};
grant select, insert on all tables in schema supervision to ${app};
grant usage on all sequences in schema supervision to ${app};
