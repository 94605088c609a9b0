-- What may stay open in a course although its year is closed, and why (IDN-14).
create table year_waivers (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  academic_year_id uuid not null,
  course_id uuid not null,
  kind text not null check (kind in ('ungraded', 'unfinalized', 'drafts')),
  reason text not null check (length(reason) between 10 and 500),
  waived_by uuid not null,
  waived_at timestamptz not null,
  primary key (tenant_id, id),
  constraint year_waivers__once unique (tenant_id, academic_year_id, course_id, kind),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, waived_by) references users (tenant_id, id)
);
create index year_waivers__course on year_waivers (tenant_id, course_id);
create index year_waivers__waived_by on year_waivers (tenant_id, waived_by);
select app.protect_tenant_table('year_waivers');
