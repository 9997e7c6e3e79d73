create schema account;

-- 账号. A worker's bears a person, an office's a user name and an office. Never deleted, only closed.
create table account.account (
    id                bigint generated always as identity primary key,
    user_name         text check (user_name = lower(user_name) and char_length(user_name) between 3 and 40),
    name              text check (char_length(name) between 2 and 30),
    role              text not null check (role in ('WORKER', 'UNIT_CLERK', 'DEPARTMENT_CLERK', 'COUNTY_REVIEWER',
                          'CITY_REVIEWER', 'PROVINCE_REVIEWER', 'ADMINISTRATOR', 'FINANCE', 'AUDITOR')),
    office            text,
    person_id         bigint references person.person,
    password_hash     text,
    password_is_first boolean not null,
    password_since    timestamptz not null,
    totp_sealed       bytea,
    totp_since        timestamptz,
    totp_step         bigint not null default 0,
    notice_version    text,
    notice_agreed_at  timestamptz,
    opened_at         timestamptz not null,
    opened_by         bigint not null,
    closed_at         timestamptz,
    closed_by         bigint,
    version           int not null default 1,
    check ((role = 'WORKER') = (person_id is not null)),
    check ((role = 'WORKER') = (office is null)),
    check ((person_id is null) = (name is not null)),
    check (person_id is not null or user_name is not null),
    check (totp_since is null or totp_sealed is not null),
    check ((closed_at is null) = (closed_by is null))
);
-- One account in use for each person, one for each user name; a user name that was ever used is not given again.
create unique index account_person on account.account (person_id) where closed_at is null;
create unique index account_user_name on account.account (user_name);
create index account_office on account.account (office, closed_at, id);

-- 常用设备. From here the right password works, however many wrong ones others send from elsewhere.
create table account.device (
    account_id  bigint not null references account.account,
    token_hash  text not null,
    known_since timestamptz not null,
    last_seen   timestamptz not null,
    primary key (account_id, token_hash)
);

-- 验证码. Neither the phone nor the code itself: both only as an index under a key, so six digits cannot be tried out offline.
create table account.code (
    id            bigint generated always as identity primary key,
    purpose       text not null check (purpose in ('REGISTRATION', 'FORGOTTEN_PASSWORD', 'NEW_PHONE', 'REBINDING')),
    phone_index   bytea not null,
    address_index bytea not null,
    code_index    bytea not null,
    issued_at     timestamptz not null,
    expires_at    timestamptz not null,
    tries_left    int not null,
    used_at       timestamptz
);
create index code_phone on account.code (phone_index, issued_at);
create index code_address on account.code (address_index, issued_at);

-- 输错次数. By what is counted (a name at an address, a known device, an address), only as an index under a key.
create table account.attempt (
    scope      bytea primary key,
    failures   int not null,
    last_at    timestamptz not null,
    wait_until timestamptz
);
create index attempt_last on account.attempt (last_at);

-- Who may be told something, for lists of other modules.
create view account.v_account as
    select id, role, office, person_id, name, closed_at is null as open from account.account;

grant usage on schema account to ${app};
grant select, insert, update, delete on all tables in schema account to ${app};
grant usage on all sequences in schema account to ${app};
