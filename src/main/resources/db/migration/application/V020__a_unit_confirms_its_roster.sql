-- 花名册. Frozen versions of a unit's roster of approved and paid workers; the lines say what was confirmed, word for word.
create table application.roster_version (
    id bigint generated always as identity primary key,
    unit_code text not null,
    year int not null,
    version int not null check (version > 0),
    content_hash text not null,
    reason text not null,
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    frozen_at timestamptz not null,
    unique (unit_code, year, version)
);
create table application.roster_line (
    version_id bigint not null references application.roster_version (id),
    place int not null check (place > 0),
    application_number text not null,
    person_id bigint not null,
    name text not null,
    masked_number text not null,
    sex text not null,
    level int not null check (level between 1 and 5),
    occupation text not null,
    paid_on date not null,
    primary key (version_id, place),
    unique (version_id, application_number)
);

-- 逐人核实. What the unit's clerk found on one line, or what the agency answered; it counts while the line reads the same.
create table application.roster_check (
    id bigint generated always as identity primary key,
    application_number text not null references application.application (number),
    line_hash text not null,
    verdict text not null check (verdict in ('CONFIRMED', 'WRONG', 'ANSWERED')),
    note text not null default '',
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    at timestamptz not null
);
create index roster_check_of_line on application.roster_check (application_number, line_hash, id desc);

-- 信息更正. A fact that an agency corrected after the approval, and why.
create table application.roster_correction (
    id bigint generated always as identity primary key,
    application_number text not null references application.application (number),
    fact text not null check (fact in ('NAME', 'OCCUPATION')),
    before text not null,
    after text not null,
    reason text not null,
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    at timestamptz not null
);
create index roster_correction_of_file on application.roster_correction (application_number, id);

-- 盖章扫描件. Of one frozen version; the newest counts.
create table application.roster_scan (
    id bigint generated always as identity primary key,
    version_id bigint not null references application.roster_version (id),
    file_id bigint not null,
    name text not null,
    sha256 text not null,
    account_id bigint not null,
    at timestamptz not null
);
create index roster_scan_of_version on application.roster_scan (version_id, id desc);

grant select, insert on application.roster_version, application.roster_line, application.roster_check,
      application.roster_correction, application.roster_scan to ${app};

-- What the order sheet of textbooks beside the roster may read.
create view application.v_roster as
select unit_code, year, version, content_hash, frozen_at from application.roster_version;
grant select on application.v_roster to ${app};
