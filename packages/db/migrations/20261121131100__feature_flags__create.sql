-- OPS-108: the few facts about flags that are the same for every tenant. Keys and code defaults live in the contracts.
create table feature_flags (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  -- The global value; null leaves the code default in force.
  enabled boolean,
  tenant_manageable boolean not null default false,
  rollout_percent integer check (rollout_percent between 0 and 100),
  rollout_by text not null default 'tenant' check (rollout_by in ('tenant', 'user')),
  roles text[] not null default '{}',
  expires_on date,
  -- Since when the roll-out is complete, for the clean-up report (OPS-113).
  full_since_at timestamptz,
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0
);
grant select on feature_flags to homeroom_app;

insert into feature_flags (key, tenant_manageable) values
  ('portfolio_enabled', true), ('webhook_events', true), ('ai_safety_v2', false), ('i18n_locale_switcher', true),
  ('advanced_analytics', true), ('guardian_portal', true), ('resource_library', true), ('print_export', true),
  ('bulk_operations', true), ('ai_assistance', true), ('google_sync', true), ('outbound_email', true),
  ('outbound_webhooks', true), ('file_uploads', true);

create table feature_flag_overrides (
  tenant_id uuid not null references tenants (id),
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  enabled boolean not null,
  rollout_percent integer check (rollout_percent between 0 and 100),
  roles text[] not null default '{}',
  set_by uuid,
  reason text,
  set_at timestamptz not null default now(),
  primary key (tenant_id, key)
);
select app.protect_tenant_table('feature_flag_overrides');
