-- Up to when a student has read what was said of a piece of work (PPL-14).
create table feedback_reads (
  tenant_id uuid not null references tenants (id),
  assignment_id uuid not null,
  student_id uuid not null,
  read_at timestamptz not null,
  primary key (tenant_id, assignment_id, student_id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id)
);
create index feedback_reads__student on feedback_reads (tenant_id, student_id);
select app.protect_tenant_table('feedback_reads');
