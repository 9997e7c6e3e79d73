create schema organisation;

-- 行政区划. A functional zone without a code in GB/T 2260 has a code of our own (own), with a letter in it.
create table organisation.region (
    code     text primary key check (code ~ '^[0-9]{4}[0-9Z][0-9]$'),
    name     text not null,
    superior text references organisation.region,
    own      boolean not null default false,
    check (own = (code ~ 'Z'))
);

-- 工考管理机构. One for each region that has an office; the code is the region's.
create table organisation.agency (
    code        text primary key references organisation.region,
    name        text not null,
    level       text not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    superior    text references organisation.agency,
    region_code text not null references organisation.region,
    check ((level = 'PROVINCE') = (superior is null))
);
create index agency_superior on organisation.agency (superior);

-- 主管部门.
create table organisation.department (
    code        text primary key check (code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
    name        text not null check (length(name) between 2 and 100),
    agency_code text not null references organisation.agency
);
create index department_agency on organisation.department (agency_code, name collate "zh-Hans-x-icu");
create index department_office on organisation.department (('department:' || code));

-- 单位, as it is now. What it was before stands in unit_history and is never overwritten.
create table organisation.unit (
    code            text primary key check (code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
    name            text not null check (length(name) between 2 and 100),
    kind            text not null check (kind in ('STATE_ORGAN', 'PUBLIC_INSTITUTION', 'MASS_ORGANISATION', 'OTHER')),
    department_code text references organisation.department,
    agency_code     text not null references organisation.agency,
    region_code     text not null references organisation.region,
    status          text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISSOLVED')),
    version         int not null default 1
);
-- Lists go on by (name, code): as quick at 100,000 units as at 100.
create index unit_name on organisation.unit (name collate "zh-Hans-x-icu", code);
create index unit_agency_name on organisation.unit (agency_code, name collate "zh-Hans-x-icu", code);
create index unit_department on organisation.unit (department_code);
create index unit_office on organisation.unit (('unit:' || code));
-- Two units that are both alive never bear one name under one agency.
create unique index unit_one_name on organisation.unit (agency_code, name) where status = 'ACTIVE';

-- 单位沿革. Every state a unit ever had, with the instant from which it holds, who did it and why.
create table organisation.unit_history (
    unit_code       text not null references organisation.unit,
    version         int not null,
    act             text not null check (act in ('ADD', 'AMEND', 'DISSOLVE')),
    name            text not null,
    kind            text not null,
    department_code text,
    agency_code     text not null,
    region_code     text not null,
    status          text not null,
    valid_from      timestamptz not null,
    account         bigint not null,
    role            text not null,
    office          text,
    reason          text not null,
    change_number   text,
    primary key (unit_code, version)
);

create view organisation.v_unit as
select code, name, kind, department_code, agency_code, region_code, status from organisation.unit;

create view organisation.v_agency as
select code, name, level, superior, region_code from organisation.agency;

create view organisation.v_department as
select code, name, agency_code from organisation.department;

create view organisation.v_office as
select 'unit:' || code as office, name, 'UNIT' as kind, agency_code from organisation.unit
union all
select 'department:' || code, name, 'DEPARTMENT', agency_code from organisation.department
union all
select 'agency:' || code, name, 'AGENCY', code from organisation.agency;

grant usage on schema organisation to ${app};
grant select, insert, update, delete on all tables in schema organisation to ${app};
revoke update, delete on organisation.unit_history from ${app};
revoke insert, update, delete on organisation.region, organisation.agency from ${app};
grant usage on all sequences in schema organisation to ${app};
