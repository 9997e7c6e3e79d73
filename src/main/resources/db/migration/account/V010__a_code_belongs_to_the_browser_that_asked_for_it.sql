-- 验证码. Only the browser that asked for a code can try it, so a stranger's wrong tries burn nobody else's. Codes live five
-- minutes: those on their way during the change are asked for anew.
delete from account.code;
alter table account.code add column asker_index bytea not null;
alter table account.code add column stranger boolean not null;
-- A network for a stranger; the account or the known device for the others.
alter table account.code rename column address_index to source_index;
alter index account.code_address rename to code_source;
alter table account.code drop constraint code_purpose_check;
alter table account.code add constraint code_purpose_check
    check (purpose in ('REGISTRATION', 'FORGOTTEN_PASSWORD', 'NEW_PHONE', 'REBINDING', 'SIGN_IN'));
