-- 岗位设置情况. What a unit states of its skilled posts in one year; the newest version counts.
create table application.post_figures (
    id bigint generated always as identity primary key,
    unit_code text not null,
    year int not null,
    version int not null check (version > 0),
    posts int not null,
    approved int not null,
    held int not null,
    basis text not null,
    -- Why the share of level one may be above the year's; empty where it is not.
    reason text not null default '',
    account_id bigint not null,
    actor_name text not null,
    at timestamptz not null,
    unique (unit_code, year, version),
    check (0 <= held and held <= approved and approved <= posts)
);

-- 一级推荐. A unit recommends a file of level one, or takes its recommendation back; the newest line of a file counts, and
-- only while the unit has not sent the file back since (after_act: the file's newest act at that time).
create table application.recommendation (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    act text not null check (act in ('RECOMMEND', 'WITHDRAW')),
    after_act bigint not null references application.act (id),
    -- What was on the screen: the figures, the posts vacant by them, and how many were recommended already.
    figures_id bigint references application.post_figures (id),
    vacant int,
    earlier int,
    beyond boolean not null default false,
    reason text not null default '',
    statement text not null default '',
    statement_hash text not null default '',
    responsible text not null default '',
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    at timestamptz not null,
    check (act = 'WITHDRAW' or figures_id is not null and vacant is not null and earlier is not null),
    check (act = 'WITHDRAW' or statement <> '' and responsible <> ''),
    check (reason <> '' or act = 'RECOMMEND' and not beyond)
);
create index recommendation_of_file on application.recommendation (application_id, id desc);

grant select, insert on application.post_figures, application.recommendation to ${app};
