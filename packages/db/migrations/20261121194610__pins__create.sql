-- What somebody keeps at hand in the navigation, in their order (UXP-03).
create table pins (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  subject_type text not null check (subject_type in ('unit_plan', 'course')),
  -- Of one of two tables: looked up with each reading, and left out when it may not be seen any more.
  subject_id uuid not null,
  position integer not null check (position between 0 and 19),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint pins__subject unique (tenant_id, user_id, subject_type, subject_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('pins');
