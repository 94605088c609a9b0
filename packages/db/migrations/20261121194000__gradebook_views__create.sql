-- How somebody arranged the sheet of a course: columns, widths, colors. Personal; the last arrangement holds (TCH-91).
create table gradebook_layouts (
  tenant_id uuid not null references tenants (id),
  course_id uuid not null,
  user_id uuid not null,
  layout jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, course_id, user_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index gradebook_layouts__user on gradebook_layouts (tenant_id, user_id);
select app.protect_tenant_table('gradebook_layouts');

-- Filters and an order under a name, for oneself or for the staff of the course (TCH-104).
create table gradebook_views (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  filters jsonb not null,
  is_shared boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create index gradebook_views__course on gradebook_views (tenant_id, course_id, name, id);
create index gradebook_views__owner on gradebook_views (tenant_id, owner_id);
select app.protect_tenant_table('gradebook_views');
