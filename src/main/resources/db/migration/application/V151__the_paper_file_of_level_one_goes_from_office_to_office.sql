-- 纸质材料. Where the one paper file of a level-one application lies; without a row it has not been handed in. office has it
-- or had it last, next_office is where it is on its way to.
create table application.paper (
    application_id bigint primary key references application.application (id),
    state text not null check (state in ('RECEIVED', 'FORWARDED', 'GIVEN_BACK')),
    office text not null,
    next_office text,
    changed_at timestamptz not null,
    version int not null default 1,
    check ((state = 'FORWARDED') = (next_office is not null))
);

-- 流转记录. One line for every act on the paper file, never changed; a receipt has a number of its own.
create table application.paper_act (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    act text not null check (act in ('RECEIVE', 'FORWARD', 'TAKE_BACK', 'GIVE_BACK')),
    office text not null,
    -- From whom it was received, or to whom it was forwarded; empty for the person.
    other_office text,
    receipt text unique,
    account_id bigint not null,
    actor_name text not null,
    at timestamptz not null,
    check ((act = 'RECEIVE') = (receipt is not null))
);
create index paper_act_of_file on application.paper_act (application_id, id);
create sequence application.paper_receipt;

grant select, insert, update on application.paper to ${app};
grant select, insert on application.paper_act to ${app};
grant usage on sequence application.paper_receipt to ${app};

-- What messages may read.
create view application.v_paper_act as
select c.id, c.act, c.office, c.receipt, c.at, a.number, a.person_id
  from application.paper_act c join application.application a on a.id = c.application_id;
grant select on application.v_paper_act to ${app};

-- A department's and a unit's files of level one, as the agencies' are.
create index application_of_unit_by_level on application.application (unit_code, level, id);
create index application_of_department_by_level on application.application (department_code, level, id);
