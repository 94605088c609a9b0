-- One key for each person that audit events name values of; gone with the person (PRV-124).
create table person_keys (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  -- The key itself, sealed with the key of the installation.
  sealed_key text not null,
  created_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('person_keys');
