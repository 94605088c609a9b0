-- PRV-122: numbers without gaps, each hash covering the one before. A job appends here shortly after the event was
-- written, so that requests never wait for each other.
create table audit_chain (
  tenant_id uuid not null references tenants (id),
  number bigint not null check (number > 0),
  event_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  chained_at timestamptz not null,
  primary key (tenant_id, number),
  constraint audit_chain__event unique (tenant_id, event_id)
);
select app.protect_tenant_table('audit_chain');
-- PRV-121: append only, for the application and for jobs alike.
revoke update, delete, truncate on audit_chain from homeroom_app, homeroom_job;

-- The chain's end at a time, signed with a key that the database does not hold.
create table audit_closings (
  tenant_id uuid not null references tenants (id),
  number bigint not null,
  hash bytea not null,
  signature bytea not null,
  closed_at timestamptz not null,
  primary key (tenant_id, number)
);
select app.protect_tenant_table('audit_closings');
revoke update, delete, truncate on audit_closings from homeroom_app, homeroom_job;
