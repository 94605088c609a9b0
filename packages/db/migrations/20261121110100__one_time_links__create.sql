-- Reset links, invitations, codes handed out by a teacher or admin, and the "this wasn't me" link of a notice.
create table one_time_links (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  purpose text not null
    check (purpose in ('password_reset', 'invitation', 'first_admin', 'temporary_code', 'not_me')),
  token_hash bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index one_time_links__user on one_time_links (tenant_id, user_id, purpose);
create index one_time_links__token on one_time_links (tenant_id, token_hash);
select app.protect_tenant_table('one_time_links');

-- Global: the token in a link names no tenant.
create table link_directory (
  token_hash bytea primary key,
  tenant_id uuid not null references tenants (id),
  link_id uuid not null,
  expires_at timestamptz not null
);
create index link_directory__tenant on link_directory (tenant_id);
create index link_directory__expires on link_directory (expires_at);

-- Global: wrong guesses are counted for unknown names too, so that waiting tells nothing (IDN-57, IDN-70).
create table sign_in_throttles (
  account_hash bytea not null,
  -- One browser or network; empty for the sum over all of them.
  device_hash bytea not null,
  failures integer not null default 0,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  blocked_until_at timestamptz,
  primary key (account_hash, device_hash)
);
create index sign_in_throttles__last_failed on sign_in_throttles (last_failed_at);

create table user_devices (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  device_hash bytea not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, user_id, device_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('user_devices');
