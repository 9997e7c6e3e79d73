-- 到期提醒. Every half minute somebody looks which files have a date of their own within three days; few have one at all.
create index application_own_registration on application.application (registration_until)
    where state = 'DRAFT' and registration_until is not null;
create index application_own_review on application.application (review_until)
    where state = 'IN_REVIEW' and review_until is not null;
create index application_own_correction on application.application (correction_until)
    where state = 'RETURNED' and correction_until is not null;
create index application_own_payment on application.application (payment_until)
    where state = 'PAYMENT_DUE' and payment_until is not null;
-- 申诉. The superior's days run from when the objection came before it.
create index application_objected on application.application (held_since) where state = 'OBJECTED';
