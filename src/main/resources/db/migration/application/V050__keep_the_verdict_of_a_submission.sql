-- 资格结论. What the rules said when a file was handed in: from which facts, by which rules, word for word, so that it comes
-- out again years later. Never changed; a corrected file gets another.
create table application.verdict (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    overall text not null check (overall in ('ELIGIBLE', 'INELIGIBLE', 'UNDETERMINED')),
    path text,
    path_title text not null,
    rules_hash text not null,
    facts_hash text not null,
    facts text not null,
    verdict text not null,
    at timestamptz not null
);
create index verdict_of_application on application.verdict (application_id, id desc);
grant select, insert on application.verdict to ${app};

-- 资格条件核对项. The conditions of a verdict, one line each, in the order in which they are shown.
create table application.verdict_condition (
    verdict_id bigint not null references application.verdict (id),
    position int not null,
    condition text not null,
    result text not null check (result in ('MET', 'UNMET', 'UNKNOWN', 'WARNING')),
    fact text not null,
    needed text not null,
    clause text not null,
    sentence text not null,
    open_note text not null,
    primary key (verdict_id, position),
    unique (verdict_id, condition)
);
grant select, insert on application.verdict_condition to ${app};
