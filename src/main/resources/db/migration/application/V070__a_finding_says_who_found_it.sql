-- The name as it was then, as on application.act: a second officer of the same office reads whose finding stands.
alter table application.finding add column found_by text not null default '';
