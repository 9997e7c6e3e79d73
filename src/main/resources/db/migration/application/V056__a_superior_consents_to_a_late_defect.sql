-- 再次退回的同意. That the office above let an office return a file for a defect that could be seen, and was not named, when
-- it was first returned; for the item's content as it was then. Never changed.
create table application.late_defect_consent (
    application_id bigint not null references application.application (id),
    office text not null,
    item text not null,
    item_hash text not null,
    superior text not null,
    account_id bigint not null,
    actor_name text not null,
    reason text not null,
    at timestamptz not null,
    primary key (application_id, office, item, item_hash)
);
grant select, insert on application.late_defect_consent to ${app};
