-- transaction: none
-- One index serves both directions: whoever never signed in counts as longest ago (IDN-38).
create index concurrently if not exists users__signed_in
  on users (tenant_id, coalesce(last_sign_in_at, '-infinity'::timestamptz), id);
create index concurrently if not exists users__created on users (tenant_id, created_at, id);
drop index concurrently if exists users__last_sign_in;
