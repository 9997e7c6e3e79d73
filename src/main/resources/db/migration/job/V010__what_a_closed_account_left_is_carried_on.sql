-- Whose account is closed decides on no further row; each of those says so, and the successor carries them on in a job of its own.
alter table job.result drop constraint result_outcome_check;
alter table job.result add constraint result_outcome_check check (outcome in ('DONE', 'SKIPPED', 'FAILED', 'LEFT'));

alter table job.job add column remaining int not null default 0 check (remaining between 0 and done);
alter table job.job add column carried_on_as bigint references job.job;
create index job_carried_on on job.job (carried_on_as) where carried_on_as is not null;
