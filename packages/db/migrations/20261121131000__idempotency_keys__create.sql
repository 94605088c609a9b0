-- INT-141: the first answer of a POST that carried an Idempotency-Key, kept for a day. Answers are sealed with the
-- application's key, because some hold a secret that is shown once.
create table idempotency_keys (
  tenant_id uuid not null references tenants (id),
  caller text not null,
  key text not null check (length(key) between 1 and 128),
  request_hash bytea not null,
  state text not null default 'running' check (state in ('running', 'answered')),
  status integer,
  answer bytea,
  location text,
  started_at timestamptz not null,
  primary key (tenant_id, caller, key)
);
create index idempotency_keys__age on idempotency_keys (tenant_id, started_at);
select app.protect_tenant_table('idempotency_keys');
