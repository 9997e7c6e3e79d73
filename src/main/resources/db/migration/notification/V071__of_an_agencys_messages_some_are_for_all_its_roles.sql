-- Who neither reviews nor fills in reads few of an agency's many messages: they are found by what they are about.
create index message_of_agency on notification.message (recipient, template, id desc) where recipient like 'agency:%';
