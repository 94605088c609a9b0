drop table outbox_mails;
