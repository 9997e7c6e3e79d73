-- 容缺未补. By a promise that was not kept, once the file was approved.
alter table application.application drop constraint application_state_check;
alter table application.application add constraint application_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'PAYMENT_DUE', 'PAID', 'REJECTED', 'OBJECTED', 'REJECTED_FINALLY',
                     'WITHDRAWN', 'LAPSED', 'CANCELLED', 'FORFEITED'));

alter table application.finding drop constraint finding_outcome_check;
alter table application.finding add constraint finding_outcome_check
    check (outcome in ('MET', 'UNMET', 'ON_SITE', 'DEFERRED'));

-- 容缺承诺. One material of one file that comes later; the text of liability is what the worker and the unit were shown.
create table application.promise (
    id bigint generated always as identity primary key,
    application_id bigint not null references application.application (id),
    person_id bigint not null,
    kind text not null,
    label text not null,
    liability text not null,
    due_at timestamptz not null,
    own_until timestamptz,
    state text not null default 'OPEN' check (state in ('OPEN', 'HANDED_IN', 'KEPT', 'BROKEN', 'WITHDRAWN')),
    promised_at timestamptz not null,
    guarantor text,
    guarantor_account bigint,
    guaranteed_at timestamptz,
    material_id bigint references application.material (id),
    remark text not null default ''
);
create unique index promise_one_a_kind on application.promise (application_id, kind) where state <> 'WITHDRAWN';
create index promise_by_date on application.promise (state, due_at, id);
create index promise_broken on application.promise (person_id) where state = 'BROKEN';
grant select, insert, update on application.promise to ${app};

create view application.v_promise as
select p.id, p.application_id, a.number, a.person_id, a.unit_code, a.authority, a.state as application_state, p.label,
       p.state, p.due_at
  from application.promise p join application.application a on a.id = p.application_id;
grant select on application.v_promise to ${app};
