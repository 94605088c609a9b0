-- What a session still owes before it may be used; null once it is complete.
alter table sessions add column pending_step text
  check (pending_step in ('second_factor', 'enrol_factor', 'new_password'));
-- lint-exempt: ban-drop-column: no release has ever read it
alter table sessions drop column mfa_pending;

-- The day by which a role that requires a second factor must have one (IDN-71).
alter table users add column mfa_due_at timestamptz;

create table sign_in_policies (
  tenant_id uuid not null references tenants (id),
  policy jsonb not null default '{}',
  lock_version integer not null default 0,
  updated_at timestamptz not null default now(),
  primary key (tenant_id)
);
select app.protect_tenant_table('sign_in_policies');
