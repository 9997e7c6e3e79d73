create schema person;

-- 自然人. Number and phone only sealed and as index. Neither birth nor sex is a column: beside the mask they would be the number.
create table person.person (
    id            bigint generated always as identity primary key,
    name          text not null check (char_length(name) between 2 and 30),
    number_sealed bytea not null,
    number_index  bytea not null constraint person_number unique,
    masked_number text not null check (masked_number ~ '^[0-9]{6}[*]{8}[0-9]{3}[0-9X]$'),
    phone_sealed  bytea,
    phone_index   bytea constraint person_phone unique,
    masked_phone  text check (masked_phone ~ '^[0-9]{3}[*]{4}[0-9]{4}$'),
    version       int not null default 1,
    check ((phone_sealed is null) = (phone_index is null)),
    check ((phone_sealed is null) = (masked_phone is null))
);
create index person_name on person.person (name);

-- 曾用手机号. Kept so that the number that was replaced can be told that it was.
create table person.former_phone (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person.person,
    phone_sealed bytea not null,
    replaced_at  timestamptz not null
);
create index former_phone_person on person.former_phone (person_id);

-- 曾用名.
create table person.former_name (
    id          bigint generated always as identity primary key,
    person_id   bigint not null references person.person,
    name        text not null,
    replaced_at timestamptz not null
);
create index former_name_person on person.former_name (person_id);

-- What lists of other modules join to.
create view person.v_person as
    select id, name, masked_number, masked_phone from person.person;

grant usage on schema person to ${app};
grant select, insert, update, delete on all tables in schema person to ${app};
grant usage on all sequences in schema person to ${app};
