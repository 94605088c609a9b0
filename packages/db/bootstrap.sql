-- Prepares an empty database: the three roles, what each may do, and the schema "app" with the functions that
-- tenancy rests on. Runs as a superuser (or a role that may create roles) inside the new database, and may run
-- again at any time. Passwords are set by src/bootstrap.ts, or by hand: alter role homeroom_app password '…'.

-- homeroom_owner changes the schema, homeroom_app serves requests, homeroom_job does work across tenants.
do $$
begin
  if not exists (select from pg_roles where rolname = 'homeroom_owner') then
    create role homeroom_owner login noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'homeroom_app') then
    create role homeroom_app login noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'homeroom_job') then
    create role homeroom_job login noinherit bypassrls;
  end if;
  -- A managed service's administrator is no superuser and must be a member to hand objects over.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant homeroom_owner to %I', current_user);
  end if;
end
$$;

-- So that a migration can hand a function over that has to run as the job role (search). The owner inherits nothing.
grant homeroom_job to homeroom_owner;

do $$
declare
  this name := current_database();
  role_name text;
begin
  execute format('alter database %I owner to homeroom_owner', this);
  execute format('revoke all on database %I from public', this);
  execute format('grant connect on database %I to homeroom_app', this);
  execute format('grant connect, temporary on database %I to homeroom_job', this);
  -- OPS-69: 5 s for a request, 15 min for a job, 60 s for a transaction left idle. Reports raise their own limit.
  execute format('alter role homeroom_app in database %I set statement_timeout = ''5s''', this);
  execute format('alter role homeroom_job in database %I set statement_timeout = ''15min''', this);
  foreach role_name in array array['homeroom_owner', 'homeroom_app', 'homeroom_job'] loop
    execute format(
      'alter role %I in database %I set idle_in_transaction_session_timeout = ''60s''', role_name, this
    );
    -- Instants leave the database as text in UTC, whatever the server's own zone.
    execute format('alter role %I in database %I set timezone = ''UTC''', role_name, this);
  end loop;
end
$$;

revoke create on schema public from public;
grant usage on schema public to homeroom_app, homeroom_job;
create schema if not exists app authorization homeroom_owner;
grant usage on schema app to homeroom_app, homeroom_job;

set role homeroom_owner;

alter default privileges in schema public
  grant select, insert, update, delete on tables to homeroom_app, homeroom_job;
alter default privileges in schema public grant usage, select on sequences to homeroom_app, homeroom_job;
-- A function is for the roles a migration names, not for everybody.
alter default privileges revoke execute on functions from public;

create table if not exists app.schema_migrations (
  version text primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  duration_ms integer not null
);
grant select on app.schema_migrations to homeroom_app, homeroom_job;

-- The only way to choose a tenant. SET LOCAL, because set_config() does not reach the workers of a Citus cluster;
-- for the rest of the transaction the choice stands (OPS-79).
create or replace function app.set_tenant(tenant uuid) returns void
language plpgsql
as $$
declare
  chosen text := nullif(current_setting('app.tenant_id', true), '');
begin
  if tenant is null then
    raise exception 'tenant_context_missing';
  end if;
  if chosen <> tenant::text then
    raise exception 'tenant_context_changed' using detail = 'A transaction belongs to one tenant.';
  end if;
  execute format('set local app.tenant_id = %L', tenant);
end
$$;

create or replace function app.current_tenant() returns uuid
language sql stable
as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

grant execute on function app.set_tenant(uuid), app.current_tenant() to homeroom_app, homeroom_job;

-- Migrations call this once for every table with tenant_id, so that all of them carry the same policy text.
create or replace function app.protect_tenant_table(tenant_table regclass) returns void
language plpgsql
as $$
begin
  if not exists (
    select from pg_attribute
    where attrelid = tenant_table and attname = 'tenant_id' and attnotnull and atttypid = 'uuid'::regtype
  ) then
    raise exception 'table % has no "tenant_id uuid not null"', tenant_table;
  end if;
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('drop policy if exists tenant_isolation on %s', tenant_table);
  execute format(
    'create policy tenant_isolation on %s'
    ' using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
    ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
    tenant_table
  );
end
$$;

-- A partition read by its own name escapes the policy of its parent, so nobody but the owner may name it.
create or replace function app.hide_partition(partition_table regclass) returns void
language plpgsql
as $$
begin
  execute format('revoke all on %s from homeroom_app, homeroom_job', partition_table);
end
$$;

reset role;
