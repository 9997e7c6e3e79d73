-- 证件号码更正. The masked number can read the same before and after: how often it was corrected tells the two apart.
alter table application.roster_line add column number_corrections int not null default 0;
