-- 待处理通知. What a channel told us and was thanked for: a row goes in the transaction that settles it.
create table payment.kept_message (
    notification_id bigint primary key references payment.notification,
    said            jsonb not null,
    -- By the machine's clock; later when it could not be settled.
    due_at          timestamptz not null,
    tried           int not null default 0
);
create index kept_message_due on payment.kept_message (due_at);

grant select, insert, update, delete on payment.kept_message to ${app};
