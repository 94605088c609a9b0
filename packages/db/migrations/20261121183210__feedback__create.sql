-- What is said about the work of a student. Staff notes have the visibility `staff` and never leave (TCH-77).
create table feedback_comments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  -- 0: about the work as a whole.
  attempt integer not null default 0 check (attempt >= 0),
  author_id uuid not null,
  is_by_student boolean not null default false,
  body text not null check (length(body) between 1 and 10000),
  visibility text not null default 'student' check (visibility in ('student', 'staff')),
  state text not null default 'draft' check (state in ('draft', 'posted')),
  posted_at timestamptz,
  -- Went out together with the grade, and is hidden again together with it (TCH-81, TCH-83).
  is_posted_with_grade boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint feedback_comments__posted check ((state = 'posted') = (posted_at is not null)),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index feedback_comments__work on feedback_comments (tenant_id, assignment_id, student_id, created_at, id);
create index feedback_comments__course on feedback_comments (tenant_id, course_id);
create index feedback_comments__student on feedback_comments (tenant_id, student_id);
create index feedback_comments__author on feedback_comments (tenant_id, author_id);
select app.protect_tenant_table('feedback_comments');

create table comment_bank_entries (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  owner_id uuid not null,
  scope text not null default 'mine' check (scope in ('mine', 'course', 'school')),
  course_id uuid,
  school_id uuid,
  -- May hold {first_name}, filled in when it is used.
  body text not null check (length(body) between 1 and 2000),
  tags text[] not null default '{}',
  shortcut text check (length(shortcut) between 1 and 40),
  uses_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index comment_bank_entries__owner on comment_bank_entries (tenant_id, owner_id);
create index comment_bank_entries__course on comment_bank_entries (tenant_id, course_id);
create index comment_bank_entries__school on comment_bank_entries (tenant_id, school_id);
select app.protect_tenant_table('comment_bank_entries');

-- Marks on what was handed in, tied to the attempt and a place in it (TCH-74).
create table annotations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  attempt integer not null check (attempt > 0),
  -- Null: on the text of the attempt.
  file_id uuid,
  page integer not null default 1 check (page between 1 and 5000),
  kind text not null check (kind in ('highlight', 'note', 'strike', 'pen', 'stamp')),
  place jsonb not null,
  body text not null default '' check (length(body) <= 2000),
  author_id uuid not null,
  posted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index annotations__work on annotations (tenant_id, assignment_id, student_id, attempt, created_at, id);
create index annotations__course on annotations (tenant_id, course_id);
create index annotations__student on annotations (tenant_id, student_id);
create index annotations__author on annotations (tenant_id, author_id);
select app.protect_tenant_table('annotations');

-- Who has the work of a student open for grading; forgotten after two minutes (TCH-184).
create table grading_holds (
  tenant_id uuid not null references tenants (id),
  assignment_id uuid not null,
  student_id uuid not null,
  user_id uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, assignment_id, student_id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index grading_holds__student on grading_holds (tenant_id, student_id);
create index grading_holds__user on grading_holds (tenant_id, user_id);
select app.protect_tenant_table('grading_holds');
