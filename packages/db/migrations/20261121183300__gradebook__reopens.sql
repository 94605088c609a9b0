-- Who may change a locked period after all, and until when (TCH-121). All empty: everybody in the period.
create table grading_period_reopens (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  grading_period_id uuid not null,
  course_id uuid,
  teacher_id uuid,
  student_id uuid,
  until_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  reopened_by uuid not null,
  reopened_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, grading_period_id) references grading_periods (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, teacher_id) references users (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, reopened_by) references users (tenant_id, id)
);
create index grading_period_reopens__period on grading_period_reopens (tenant_id, grading_period_id, until_at);
create index grading_period_reopens__course on grading_period_reopens (tenant_id, course_id);
create index grading_period_reopens__teacher on grading_period_reopens (tenant_id, teacher_id);
create index grading_period_reopens__student on grading_period_reopens (tenant_id, student_id);
create index grading_period_reopens__reopened_by on grading_period_reopens (tenant_id, reopened_by);
select app.protect_tenant_table('grading_period_reopens');

-- What a total was made of, for the sheet: dropped assignments and the percentage of each category.
alter table course_grades add column details jsonb not null default '{}';
