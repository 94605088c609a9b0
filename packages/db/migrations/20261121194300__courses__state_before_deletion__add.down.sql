drop index courses__bin;
alter table courses drop column state_before_deletion;
