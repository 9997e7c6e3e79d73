create schema application;
grant usage on schema application to ${app};

create sequence application.application_number;

-- 申报。One request of one person in one cycle; the row holds where it stands, application.act how it came there.
create table application.application (
    id bigint generated always as identity primary key,
    number text not null unique,
    person_id bigint not null,
    year int not null,
    package_id bigint not null,
    state text not null check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'PAYMENT_DUE', 'PAID', 'REJECTED',
        'OBJECTED', 'REJECTED_FINALLY', 'WITHDRAWN', 'LAPSED')),
    level int not null check (level between 1 and 5),
    occupation text not null,
    record jsonb not null default '{}',
    unit_code text not null,
    -- Frozen at submission: the offices in order, the agency that answers, and the agency above it.
    route text[] not null default '{}',
    department_code text,
    authority text,
    overseer text,
    -- Whose turn it is, and since when it has been.
    tier int,
    holder text,
    held_since timestamptz,
    -- The tier that returned or rejected it, where a correction goes back to.
    sent_back_by int,
    corrected boolean not null default false,
    objected boolean not null default false,
    review_until timestamptz,
    correction_until timestamptz,
    payment_until timestamptz,
    objection_until timestamptz,
    submitted_at timestamptz,
    content_hash text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version int not null default 0,
    check ((state in ('IN_REVIEW', 'OBJECTED')) = (holder is not null))
);

-- 一人一年一份: the database's word, also under simultaneous submissions.
create unique index application_one_a_person_and_year on application.application (person_id, year)
    where state <> 'WITHDRAWN';
create index application_queue on application.application (holder, state, held_since, id);
create index application_of_unit on application.application (unit_code, id);
create index application_of_department on application.application (department_code, id);
create index application_of_authority on application.application (authority, id);
create index application_of_overseer on application.application (overseer, id);
create index application_with_units on application.application (authority, held_since, id)
    where state = 'IN_REVIEW' and holder <> authority;
create index application_ending on application.application (state, id)
    where state in ('DRAFT', 'RETURNED', 'PAYMENT_DUE', 'REJECTED');
grant select, insert, update on application.application to ${app};
grant usage on sequence application.application_number to ${app};

-- 办理记录。One line for every act, never changed.
create table application.act (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    act text not null,
    from_state text not null,
    to_state text not null,
    tier int,
    office text,
    account_id bigint not null,
    person_id bigint,
    actor_name text not null,
    role text not null,
    reason text not null default '',
    clause text not null default '',
    responsible text not null default '',
    at timestamptz not null
);
create index act_of_application on application.act (application_id, id);
grant select, insert on application.act to ${app};

-- 核对结果。What an office found on one item, and against what it held it; the newest line of an office counts while the
-- item still has the content that was looked at.
create table application.finding (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    office text not null,
    item text not null,
    item_hash text not null,
    outcome text not null check (outcome in ('MET', 'UNMET', 'ON_SITE')),
    basis text check (basis in ('ORIGINAL', 'PERSONNEL_FILE', 'SYSTEM_RECORD')),
    problem text not null default '',
    remedy text not null default '',
    account_id bigint not null,
    at timestamptz not null
);
create index finding_of_application on application.finding (application_id, office, item, id desc);
grant select, insert on application.finding to ${app};

-- 原件核对。That an officer had the original of an item in hand.
create table application.original_seen (
    application_id bigint not null references application.application (id),
    item text not null,
    item_hash text not null,
    office text not null,
    account_id bigint not null,
    at timestamptz not null,
    primary key (application_id, item, item_hash)
);
grant select, insert on application.original_seen to ${app};

-- 需修改之处。All that a worker was asked to mend, told at once.
create table application.defect (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    act_id bigint not null references application.act (id),
    item text not null,
    item_hash text not null,
    problem text not null,
    remedy text not null
);
create index defect_of_application on application.defect (application_id, act_id);
grant select, insert on application.defect to ${app};
