-- What the staff of a course notes of a student for each other; no student and no guardian ever reads it (TCH-106).
create table student_notes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  author_id uuid not null,
  body text not null check (length(body) between 1 and 5000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index student_notes__student on student_notes (tenant_id, course_id, student_id, created_at, id);
create index student_notes__person on student_notes (tenant_id, student_id);
create index student_notes__author on student_notes (tenant_id, author_id);
select app.protect_tenant_table('student_notes');
