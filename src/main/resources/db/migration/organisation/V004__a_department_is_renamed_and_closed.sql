-- 主管部门. Closed, not deleted: files of former years name it.
alter table organisation.department
    add column status text not null default 'ACTIVE' check (status in ('ACTIVE', 'CLOSED')),
    add column version int not null default 1;

-- 沿革. What a department was called before, who renamed or closed it and why.
create table organisation.department_history (
    department_code text not null references organisation.department,
    version         int not null,
    act             text not null check (act in ('RENAME', 'CLOSE')),
    former_name     text not null,
    name            text not null,
    reason          text not null,
    account         bigint not null,
    office          text not null,
    at              timestamptz not null,
    primary key (department_code, version)
);
grant select, insert on organisation.department_history to ${app};

-- Nobody is told of the year in the name of a department that is closed.
create or replace view organisation.v_department as
select code, name, agency_code from organisation.department where status = 'ACTIVE';
