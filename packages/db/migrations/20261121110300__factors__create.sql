create table totp_factors (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  -- Sealed with the key outside the database (IDN-110).
  secret text not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The last time step a code was accepted for; it and earlier ones are refused (IDN-71).
  last_step bigint not null default 0,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('totp_factors');

create table recovery_codes (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, user_id, code_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('recovery_codes');

create table passkeys (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  backed_up boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (tenant_id, id),
  constraint passkeys__credential unique (tenant_id, credential_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index passkeys__user on passkeys (tenant_id, user_id);
select app.protect_tenant_table('passkeys');

-- Global: a passkey signs in without a username, hence before the tenant is known.
create table passkey_directory (
  credential_hash bytea primary key,
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  passkey_id uuid not null
);
create index passkey_directory__user on passkey_directory (tenant_id, user_id);

-- Global: handed to a browser that may not be signed in yet; each is used once.
create table passkey_challenges (
  id uuid primary key,
  challenge text not null,
  -- The session that registers or confirms with it; null before sign-in.
  session_id uuid,
  purpose text not null check (purpose in ('register', 'sign_in')),
  expires_at timestamptz not null
);
create index passkey_challenges__expires on passkey_challenges (expires_at);
