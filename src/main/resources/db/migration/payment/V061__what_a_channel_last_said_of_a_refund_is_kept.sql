-- Where a channel can neither finish nor refuse, finance has to read why: some of it only a person can end.
alter table payment.refund add column channel_said text;
