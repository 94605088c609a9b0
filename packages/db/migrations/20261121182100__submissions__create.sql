-- The work of one student, or of one group, on one assignment: its autosaved draft and its attempts.
create table submissions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid,
  group_id uuid,
  -- { body, file_ids, links }
  draft jsonb,
  draft_version integer not null default 0,
  draft_edited_by uuid,
  draft_edited_at timestamptz,
  -- Granted on top of what the assignment allows (TCH-56).
  extra_attempts integer not null default 0,
  attempts_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint submissions__one_owner check (num_nonnulls(student_id, group_id) = 1),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, group_id) references student_groups (tenant_id, id),
  foreign key (tenant_id, draft_edited_by) references users (tenant_id, id)
);
create unique index submissions__owner on submissions (tenant_id, assignment_id, student_id, group_id) nulls not distinct;
create index submissions__course on submissions (tenant_id, course_id);
create index submissions__student on submissions (tenant_id, student_id);
create index submissions__group on submissions (tenant_id, group_id);
create index submissions__edited_by on submissions (tenant_id, draft_edited_by);
select app.protect_tenant_table('submissions');

-- What was handed in, once and for all; only being taken back is added later (TCH-57, TCH-59).
create table submission_attempts (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  submission_id uuid not null,
  number integer not null check (number > 0),
  official_at timestamptz not null,
  received_at timestamptz not null,
  device_at timestamptz,
  body jsonb,
  links jsonb not null default '[]',
  -- [{ file_id, name, size_bytes, content_type, sha256 }]
  files jsonb not null default '[]',
  submitted_by uuid not null,
  -- Handed in by staff for the student, with this reason (TCH-63).
  on_behalf_reason text,
  receipt_code text not null,
  word_count integer not null default 0,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  constraint submission_attempts__number unique (tenant_id, submission_id, number),
  constraint submission_attempts__receipt unique (tenant_id, receipt_code),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, submitted_by) references users (tenant_id, id)
);
create index submission_attempts__submitted_by on submission_attempts (tenant_id, submitted_by);
select app.protect_tenant_table('submission_attempts');
revoke update, delete, truncate on submission_attempts from homeroom_app;
grant update (withdrawn_at) on submission_attempts to homeroom_app;
