-- What the demo's issuer of receipts has answered: a repeated request is answered word for word. Not in the packaged jar.
create sequence demo.receipt_serial;
create table demo.receipt (
    request     text primary key,
    asked       text not null,
    code        text not null,
    number      text not null unique,
    check_code  text,
    payer       text,
    amount_fen  bigint,
    issued_at   timestamptz not null,
    pdf         bytea
);
grant select, insert, update, delete on demo.receipt to ${app};
grant usage on sequence demo.receipt_serial to ${app};
