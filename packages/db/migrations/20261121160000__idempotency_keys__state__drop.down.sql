alter table idempotency_keys add column state text not null default 'running' check (state in ('running', 'answered'));
