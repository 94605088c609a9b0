-- Somebody stands in for a teacher on some days: which sections, and until when their plans may be looked at (PLN-126).
create table substitutions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  -- Whose lessons are covered: what they may read is what is shown, never more.
  teacher_id uuid not null,
  -- Empty: whoever teaches at the school and has the address.
  substitute_id uuid,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  note text not null default '' check (length(note) <= 2000),
  created_by uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, teacher_id) references users (tenant_id, id),
  foreign key (tenant_id, substitute_id) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, revoked_by) references users (tenant_id, id)
);
create index substitutions__school on substitutions (tenant_id, school_id);
create index substitutions__teacher on substitutions (tenant_id, teacher_id, ends_on);
create index substitutions__substitute on substitutions (tenant_id, substitute_id, ends_on);
create index substitutions__created_by on substitutions (tenant_id, created_by);
create index substitutions__revoked_by on substitutions (tenant_id, revoked_by);
select app.protect_tenant_table('substitutions');

create table substitution_sections (
  tenant_id uuid not null references tenants (id),
  substitution_id uuid not null,
  section_id uuid not null,
  primary key (tenant_id, substitution_id, section_id),
  foreign key (tenant_id, substitution_id) references substitutions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, section_id) references sections (tenant_id, id) on delete cascade
);
create index substitution_sections__section on substitution_sections (tenant_id, section_id);
select app.protect_tenant_table('substitution_sections');
