-- 资格复评. One run over the stored verdicts of a year, held against a drafted or amended package. It decides nothing: a file
-- stays on the rules with which it began. The package is kept by its hash and the last amendment, so that the whole run has
-- the same rules; of one package there is one run at a time.
create table application.reevaluation (
    id bigint generated always as identity primary key,
    office text not null,
    year int not null,
    package_id bigint not null,
    region text not null,
    title text not null,
    package_hash text not null,
    up_to int not null,
    pieces int not null check (pieces > 0),
    condition_ids text[] not null,
    condition_sentences text[] not null,
    job_id bigint,
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    whole boolean,
    check ((ended_at is null) = (whole is null))
);
create unique index reevaluation_one_at_a_time on application.reevaluation (package_id) where ended_at is null;
create index reevaluation_of_office on application.reevaluation (office, id desc);
create unique index reevaluation_of_job on application.reevaluation (job_id);
grant select, insert on application.reevaluation to ${app};
grant update (job_id, ended_at, whole) on application.reevaluation to ${app};

-- A file that would come out otherwise, before and after.
create table application.reevaluation_difference (
    reevaluation_id bigint not null references application.reevaluation (id),
    application_id bigint not null references application.application (id),
    number text not null,
    overall_before text not null check (overall_before in ('ELIGIBLE', 'INELIGIBLE', 'UNDETERMINED')),
    overall_after text not null check (overall_after in ('ELIGIBLE', 'INELIGIBLE', 'UNDETERMINED')),
    path_before text not null,
    path_after text not null,
    year_before int,
    year_after int,
    conditions text[] not null,
    primary key (reevaluation_id, application_id)
);
create index reevaluation_difference_by_overall
    on application.reevaluation_difference (reevaluation_id, overall_before, overall_after, application_id);
grant select, insert on application.reevaluation_difference to ${app};

-- Which differing files have a condition that came out otherwise, to find them by it.
create table application.reevaluation_condition (
    reevaluation_id bigint not null,
    condition text not null,
    application_id bigint not null,
    primary key (reevaluation_id, condition, application_id),
    foreign key (reevaluation_id, application_id)
        references application.reevaluation_difference (reevaluation_id, application_id)
);
grant select, insert on application.reevaluation_condition to ${app};

-- Counts of one piece, written in the transaction that did it: FILES for all files looked at, UNREADABLE for those whose facts
-- do not read, OVERALL for each kind of difference, CONDITION for each condition that came out otherwise. Before and after
-- are empty where a condition was not asked.
create table application.reevaluation_count (
    reevaluation_id bigint not null references application.reevaluation (id),
    piece int not null,
    kind text not null check (kind in ('FILES', 'UNREADABLE', 'OVERALL', 'CONDITION')),
    subject text not null,
    before text not null,
    after text not null,
    files int not null check (files >= 0),
    primary key (reevaluation_id, piece, kind, subject, before, after)
);
grant select, insert on application.reevaluation_count to ${app};
