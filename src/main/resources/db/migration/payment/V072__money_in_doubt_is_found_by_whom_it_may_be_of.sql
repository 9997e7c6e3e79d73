-- Finance's lists of what does not fit are gone through by key and looked through by payer, order and channel number.
create index discrepancy_open on payment.discrepancy (id) where decided_at is null;
create index discrepancy_charge on payment.discrepancy (charge_id) where charge_id is not null;
create index discrepancy_transaction on payment.discrepancy (transaction_no);
create index difference_number on payment.difference (number) where number is not null;
create index difference_mark on payment.difference (mark);
