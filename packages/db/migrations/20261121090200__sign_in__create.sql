create table passwords (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  hash text not null,
  must_change boolean not null default false,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('passwords');

create table sessions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  method text not null check (method in ('password', 'passkey', 'google', 'saml', 'code', 'card')),
  mfa boolean not null default false,
  mfa_pending boolean not null default false,
  shared_computer boolean not null default false,
  ip text,
  user_agent text,
  device_label text,
  -- When the person last proved who they are; sensitive operations ask for ten minutes (IDN-46).
  authenticated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index sessions__user on sessions (tenant_id, user_id, last_seen_at);
select app.protect_tenant_table('sessions');

-- Global: a cookie names neither tenant nor person. Ending a session deletes its row here, so the next
-- request is refused; `revision` rises with every change of the person's rights (IDN-50).
create table session_directory (
  token_hash bytea primary key,
  tenant_id uuid not null references tenants (id),
  session_id uuid not null,
  user_id uuid not null,
  revision integer not null default 0,
  idle_minutes integer not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  -- Set when the secret was replaced; honoured for 60 seconds more (IDN-79).
  superseded_at timestamptz,
  issued_at timestamptz not null default now()
);
create index session_directory__session on session_directory (tenant_id, session_id);
create index session_directory__user on session_directory (tenant_id, user_id);
create index session_directory__expires on session_directory (expires_at);

-- Global: which tenants know an e-mail address. Holds a keyed hash, never the address.
create table sign_in_directory (
  identifier_hash bytea not null,
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  primary key (identifier_hash, tenant_id, user_id)
);
create index sign_in_directory__user on sign_in_directory (tenant_id, user_id);

create table sign_in_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid,
  outcome text not null,
  method text not null,
  reason text,
  ip text,
  user_agent text,
  device_hash bytea,
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index sign_in_events__user on sign_in_events (tenant_id, user_id, occurred_at desc);
select app.protect_tenant_table('sign_in_events');
