-- What a school decides about grading for all its courses; a school without a row has the usual (TCH-115).
create table school_grading (
  tenant_id uuid not null references tenants (id),
  school_id uuid not null,
  -- The year from all its work, or from its periods by their weights.
  year_grade text not null default 'items' check (year_grade in ('items', 'periods')),
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, school_id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
select app.protect_tenant_table('school_grading');
