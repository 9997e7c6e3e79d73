-- 人事基本情况, 已持证书, 年度考核. All three are only added to: the newest version counts, the older ones are the history.
create table worker.service_record (
    person_id   bigint not null references person.person,
    version     int not null check (version > 0),
    facts       jsonb not null,
    stated_by   text not null check (stated_by in ('WORKER', 'UNIT', 'AGENCY')),
    checked     boolean not null,
    reason      text not null check (char_length(reason) between 2 and 200),
    account     bigint not null,
    office      text,
    recorded_at timestamptz not null,
    primary key (person_id, version),
    check (stated_by <> 'WORKER' or not checked)
);

create table worker.held_certificate (
    id          bigint generated always as identity primary key,
    person_id   bigint not null references person.person,
    occupation  text not null check (char_length(occupation) between 1 and 40),
    level       int not null check (level between 1 and 5),
    obtained_on text not null,
    number      text not null check (char_length(number) between 1 and 40),
    issuer      text not null,
    agency_code text references organisation.agency (code),
    version     int not null check (version > 0),
    account     bigint not null,
    office      text,
    recorded_at timestamptz not null
);
-- One number of one issuer is one certificate, however often the list is read in. What no agency has imported is only stated.
create unique index certificate_issued on worker.held_certificate (agency_code, number, version) where agency_code is not null;
create unique index certificate_stated on worker.held_certificate (person_id, number) where agency_code is null;
create index certificate_of_person on worker.held_certificate (person_id);

create table worker.appraisal (
    person_id   bigint not null references person.person,
    year        int not null check (year between 1950 and 2100),
    version     int not null check (version > 0),
    result      text not null
                check (result in ('EXCELLENT', 'COMPETENT', 'BASIC', 'FAILED', 'UNGRADED', 'ABSENT')),
    filed       boolean not null,
    stated_by   text not null check (stated_by in ('WORKER', 'UNIT', 'AGENCY')),
    reason      text not null check (char_length(reason) between 2 and 200),
    account     bigint not null,
    office      text,
    recorded_at timestamptz not null,
    primary key (person_id, year, version)
);

grant select, insert on worker.service_record, worker.held_certificate, worker.appraisal to ${app};
