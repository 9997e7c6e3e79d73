create schema notification;

-- What was told to whom. recipient: person:17 or an office (agency:410305); occasion: what it was told for.
create table notification.message (
    id         bigint generated always as identity primary key,
    recipient  text        not null,
    occasion   text        not null,
    template   text        not null,
    heading    text        not null check (length(heading) <= 120),
    sentence   text        not null check (length(sentence) <= 1000),
    link       text        not null check (link like '/%'),
    at         timestamptz not null,
    -- the text message that goes with it
    text       text        not null check (text in ('NONE', 'DUE', 'SENDING', 'SENT', 'NO_NUMBER', 'FAILED')),
    text_at    timestamptz,
    text_tries int         not null default 0,
    unique (recipient, occasion)
);
create index message_inbox on notification.message (recipient, id desc);
create index message_text_due on notification.message (id) where text = 'DUE';

-- How far each account has read its inbox.
create table notification.read_up_to (
    account_id bigint primary key,
    message_id bigint not null
);

-- A round of reminders runs once: which deadline, of which agency, how many days before.
create table notification.reminder_round (
    round   text primary key,
    done_at timestamptz not null
);

grant usage on schema notification to ${app};
grant select, insert on notification.message, notification.reminder_round to ${app};
grant update (text, text_at, text_tries) on notification.message to ${app};
grant select, insert, update on notification.read_up_to to ${app};
