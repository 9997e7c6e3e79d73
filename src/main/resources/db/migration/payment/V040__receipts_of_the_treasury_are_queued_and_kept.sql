-- 财政电子票据. One row for each receipt that is to be issued over a settled charge; the first once for each charge, a further
-- one names the one that it stands in for.
create sequence payment.fiscal_receipt_number;
create table payment.fiscal_receipt (
    id              bigint generated always as identity primary key,
    number          text not null unique check (number ~ '^P[0-9]{16}$'),
    charge_id       bigint not null references payment.charge,
    replaces        bigint unique references payment.fiscal_receipt,
    title           text not null,
    payer           text not null,
    -- The unit in whose name it stands, where it is not the charge's person.
    payer_unit      text,
    amount_fen      bigint not null check (amount_fen > 0),
    state           text not null default 'QUEUED' check (state in
                    ('QUEUED', 'ASKED', 'ISSUED', 'REFUSED', 'RED_ASKED', 'RED_REFUSED', 'RED_MARKED', 'DROPPED')),
    -- Counts the request numbers: a repeated request keeps its number, one that was refused gets the next.
    attempt         int not null default 1,
    code            text,
    receipt_no      text,
    check_code      text,
    issued_at       timestamptz,
    file_id         bigint,
    pdf_hash        text,
    check ((code is null) = (receipt_no is null) and (code is null) = (check_code is null) and (code is null) = (issued_at is null)
           and (code is null) = (file_id is null) and (code is null) = (pdf_hash is null)),
    check (code is not null or state not in ('ISSUED', 'RED_ASKED', 'RED_REFUSED', 'RED_MARKED')),
    red_code        text,
    red_no          text,
    red_at          timestamptz,
    check ((red_code is null) = (red_no is null) and (red_code is null) = (red_at is null)),
    check (red_code is not null or state <> 'RED_MARKED'),
    -- What a refund has left of the amount; none while nothing went back.
    remaining_fen   bigint check (remaining_fen >= 0),
    check (remaining_fen < amount_fen),
    refused         text,
    check (refused is null or state in ('REFUSED', 'RED_REFUSED')),
    -- What finance has to look into: the issuer contradicts itself.
    doubt           text,
    proposed_by     bigint,
    proposed_name   text,
    proposed_reason text,
    proposed_at     timestamptz,
    check ((proposed_by is null) = (proposed_reason is null) and (proposed_by is null) = (proposed_at is null)
           and (proposed_by is null) = (proposed_name is null)),
    check (proposed_by is null or state = 'ISSUED'),
    -- When the issuer is asked next, by the machine's clock.
    ask_at          timestamptz,
    asked           int not null default 0,
    queued_at       timestamptz not null,
    version         int not null default 0
);
create unique index fiscal_receipt_first on payment.fiscal_receipt (charge_id) where replaces is null;
create unique index fiscal_receipt_issued on payment.fiscal_receipt (code, receipt_no) where code is not null;
create index fiscal_receipt_charge on payment.fiscal_receipt (charge_id, id);
create index fiscal_receipt_to_ask on payment.fiscal_receipt (ask_at) where ask_at is not null;
create index fiscal_receipt_state on payment.fiscal_receipt (state, id);
create index fiscal_receipt_payer on payment.fiscal_receipt (payer text_pattern_ops, id);
create index fiscal_receipt_no on payment.fiscal_receipt (receipt_no, id) where receipt_no is not null;
create index fiscal_receipt_unit on payment.fiscal_receipt (payer_unit, id) where payer_unit is not null;
create index fiscal_receipt_open on payment.fiscal_receipt (id)
    where state in ('REFUSED', 'RED_REFUSED') or doubt is not null or proposed_by is not null;

-- 票据明细. What the amount is made of, as the receipt lists it.
create table payment.fiscal_receipt_part (
    receipt_id bigint not null references payment.fiscal_receipt,
    place      int not null,
    name       text not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (receipt_id, place)
);

-- 票据经过. One line for each move, in the move's transaction.
create table payment.fiscal_receipt_event (
    id           bigint generated always as identity primary key,
    receipt_id   bigint not null references payment.fiscal_receipt,
    act          text not null,
    state_before text not null,
    state_after  text not null,
    actor_role   text not null,
    account      bigint not null,
    actor_name   text not null,
    detail       text not null,
    happened_at  timestamptz not null
);
create index fiscal_receipt_event_receipt on payment.fiscal_receipt_event (receipt_id, id);

grant select, insert, update on payment.fiscal_receipt to ${app};
grant select, insert on payment.fiscal_receipt_part, payment.fiscal_receipt_event to ${app};
grant usage on all sequences in schema payment to ${app};
