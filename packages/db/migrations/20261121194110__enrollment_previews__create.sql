-- What a list of people would do to a section; kept so that exactly what was shown is what is done (TCH-06).
create table enrollment_previews (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  section_id uuid not null,
  role text not null check (role in ('student', 'teacher', 'co_teacher', 'assistant')),
  source text not null check (source in ('manual', 'csv')),
  state text not null default 'previewed' check (state in ('previewed', 'applied')),
  -- One for each line: { line, text, outcome, user_id, name }
  people jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index enrollment_previews__section on enrollment_previews (tenant_id, section_id, created_at);
create index enrollment_previews__created_by on enrollment_previews (tenant_id, created_by);
select app.protect_tenant_table('enrollment_previews');
