create table api_tokens (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  prefix text not null,
  scopes text[] not null,
  school_id uuid,
  ip_ranges text[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_ip text,
  revoked_at timestamptz,
  revoke_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index api_tokens__user on api_tokens (tenant_id, user_id, created_at);
create index api_tokens__school on api_tokens (tenant_id, school_id);
create index api_tokens__created on api_tokens (tenant_id, created_at desc, id desc);
select app.protect_tenant_table('api_tokens');

create table api_token_days (
  tenant_id uuid not null references tenants (id),
  token_id uuid not null,
  used_on date not null,
  calls integer not null default 0,
  primary key (tenant_id, token_id, used_on),
  foreign key (tenant_id, token_id) references api_tokens (tenant_id, id)
);
select app.protect_tenant_table('api_token_days');

-- The two admins who answer for a service account (IDN-89).
create table service_account_owners (
  tenant_id uuid not null references tenants (id),
  service_user_id uuid not null,
  owner_user_id uuid not null,
  -- Set when this owner left; the tokens stop 14 days later unless somebody else takes over.
  left_at timestamptz,
  primary key (tenant_id, service_user_id, owner_user_id),
  foreign key (tenant_id, service_user_id) references users (tenant_id, id),
  foreign key (tenant_id, owner_user_id) references users (tenant_id, id)
);
create index service_account_owners__owner on service_account_owners (tenant_id, owner_user_id);
select app.protect_tenant_table('service_account_owners');

-- An installation of the mobile or desktop app.
create table device_sessions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  device_name text not null,
  platform text not null check (platform in ('ios', 'android', 'desktop')),
  installation_hash bytea not null,
  method text not null,
  mfa boolean not null default false,
  ip text,
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- Of the current refresh token: 30 days from its issue, 90 from sign-in at most.
  refresh_expires_at timestamptz not null,
  expires_at timestamptz not null,
  generation integer not null default 1,
  -- The pair just issued, sealed, for a device that lost the reply (IDN-92).
  replay text,
  replay_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index device_sessions__user on device_sessions (tenant_id, user_id, last_used_at);
select app.protect_tenant_table('device_sessions');

-- Global: a bearer token names no tenant. Deleting its row ends it; `revision` as in session_directory.
create table token_directory (
  token_hash bytea primary key,
  kind text not null check (kind in ('api_token', 'device')),
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  -- The API token or device session it belongs to.
  subject_id uuid not null,
  revision integer not null default 0,
  expires_at timestamptz not null
);
create index token_directory__subject on token_directory (tenant_id, subject_id);
create index token_directory__user on token_directory (tenant_id, user_id);
create index token_directory__expires on token_directory (expires_at);
