-- A code on paper or in a message that ties one guardian to one student (IDN-52). Its first part finds the row, so
-- that wrong guesses of the rest can be counted; only a keyed hash of the whole is kept.
create table guardian_invites (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  student_id uuid not null,
  locator text not null,
  code_hash bytea not null,
  relationship text not null default 'parent' check (relationship in ('parent', 'guardian', 'relative', 'other')),
  -- Somebody signed in with this address needs no further approval.
  email_normalized text,
  wrong_tries integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  redeemed_by uuid,
  redeemed_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint guardian_invites__locator unique (tenant_id, locator),
  foreign key (tenant_id, student_id) references users (tenant_id, id)
);
create index guardian_invites__student on guardian_invites (tenant_id, student_id, created_at);
create index guardian_invites__created on guardian_invites (tenant_id, created_at desc, id desc);
select app.protect_tenant_table('guardian_invites');
