-- 审查结论. What a review says of each file that was handed in and not taken back by its worker; closings count and list it.
create view application.v_conclusion as
select a.number, a.year, a.authority, a.overseer, a.level, a.occupation,
       case a.state
           when 'PAYMENT_DUE' then 'APPROVED'
           when 'PAID' then 'APPROVED'
           when 'REJECTED' then 'REJECTED'
           when 'REJECTED_FINALLY' then 'REJECTED'
           when 'OBJECTED' then 'OBJECTED'
           when 'RETURNED' then 'RETURNED'
           when 'IN_REVIEW' then case when a.holder = a.authority then 'UNDECIDED' else 'WITH_UNIT' end
           when 'WITHDRAWN' then 'WITHDRAWN'
           when 'CANCELLED' then 'CANCELLED'
           when 'FORFEITED' then 'FORFEITED'
           -- What lapses for want of payment had been approved; a file that its worker recalled and left was never judged.
           when 'LAPSED' then (select case t.from_state when 'PAYMENT_DUE' then 'APPROVED' when 'DRAFT' then 'WITHDRAWN'
                                           else 'LAPSED' end
                                 from application.act t
                                where t.application_id = a.id and t.act = 'LAPSE' order by t.id desc limit 1)
       end as conclusion
  from application.application a
 where a.state <> 'DRAFT' and a.authority is not null;
grant select on application.v_conclusion to ${app};

-- 汇总上报. One row for an agency and a year: where its report stands. after_act: the last act that the newest list knows.
create table application.closing (
    id bigint generated always as identity primary key,
    agency_code text not null,
    superior_code text not null,
    year int not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'ACCEPTED', 'SENT_BACK', 'REOPENED')),
    latest int not null default 0,
    after_act bigint not null default 0,
    version int not null default 0,
    unique (agency_code, year)
);
create index closing_of_superior on application.closing (superior_code, year);
grant select, insert, update on application.closing to ${app};

-- 汇总表版本. What was reported, word for word; only added to.
create table application.closing_version (
    id bigint generated always as identity primary key,
    closing_id bigint not null references application.closing (id),
    version int not null check (version > 0),
    content_hash text not null,
    occasion text not null,
    responsible text not null,
    total int not null,
    account_id bigint not null,
    actor_name text not null,
    closed_at timestamptz not null,
    unique (closing_id, version)
);
create table application.closing_line (
    version_id bigint not null references application.closing_version (id),
    application_number text collate "C" not null,
    level int not null check (level between 1 and 5),
    occupation text not null,
    conclusion text not null check (conclusion in ('APPROVED', 'REJECTED', 'OBJECTED', 'RETURNED', 'UNDECIDED', 'WITH_UNIT',
        'LAPSED', 'WITHDRAWN', 'CANCELLED', 'FORFEITED')),
    primary key (version_id, application_number)
);

-- 所辖汇总表. What a city's report holds of its counties: the accepted version by its hash, or that there is none.
create table application.closing_member (
    version_id bigint not null references application.closing_version (id),
    agency_code text not null,
    member_version int,
    content_hash text,
    total int not null,
    approved int not null,
    rejected int not null,
    primary key (version_id, agency_code),
    check ((member_version is null) = (content_hash is null))
);

-- 未了事项. What files of the report still wait for, by its label.
create table application.closing_outstanding (
    version_id bigint not null references application.closing_version (id),
    place int not null check (place > 0),
    label text not null,
    files bigint not null,
    primary key (version_id, place)
);

-- 盖章扫描件. Of one version; the newest counts.
create table application.closing_scan (
    id bigint generated always as identity primary key,
    version_id bigint not null references application.closing_version (id),
    file_id bigint not null,
    name text not null,
    sha256 text not null,
    account_id bigint not null,
    at timestamptz not null
);
create index closing_scan_of_version on application.closing_scan (version_id, id desc);

-- 办理记录. One line for every act on a report, with the reason that the agency reads.
create table application.closing_act (
    id bigint generated always as identity primary key,
    closing_id bigint not null references application.closing (id),
    act text not null check (act in ('CLOSE', 'STAMP', 'ACCEPT', 'SEND_BACK', 'REOPEN')),
    from_state text not null,
    to_state text not null,
    version int not null,
    office text not null,
    account_id bigint not null,
    actor_name text not null,
    role text not null,
    reason text not null default '',
    at timestamptz not null
);
create index closing_act_of_closing on application.closing_act (closing_id, id);

grant select, insert on application.closing_version, application.closing_line, application.closing_member,
      application.closing_outstanding, application.closing_scan, application.closing_act to ${app};

-- What messages and reminders may read.
create view application.v_closing as
select id, agency_code, superior_code, year, state, latest from application.closing;
create view application.v_closing_act as
select id, closing_id, act, version, office, at from application.closing_act;
grant select on application.v_closing, application.v_closing_act to ${app};
