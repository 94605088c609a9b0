create index users__last_sign_in on users (tenant_id, last_sign_in_at, id);
drop index users__created;
drop index users__signed_in;
