-- lint-exempt: constraint-missing-not-valid: no release has ever written to submissions
-- lint-exempt: adding-foreign-key-constraint: no release has ever written to submissions
-- lint-exempt: require-concurrent-index-creation: no release has ever written to submissions
-- Whoever asks for a revision says what for; until it comes back, the work is open again (TCH-56).
alter table submissions add column revision_note text;
alter table submissions add column revision_asked_by uuid;
alter table submissions add column revision_asked_at timestamptz;
alter table submissions add column revision_due_at timestamptz;
alter table submissions add foreign key (tenant_id, revision_asked_by) references users (tenant_id, id);
create index submissions__revision_asked_by on submissions (tenant_id, revision_asked_by);

-- The key a submit came with, kept as long as the attempt: a retry after weeks offline still meets it (TCH-55).
alter table submission_attempts add column request_key text;
-- Why an attempt received after the due time counts as on time (TCH-52).
alter table submission_attempts add column on_time_because text
  check (on_time_because in ('upload_began', 'chosen_by_staff'));
create unique index submission_attempts__request on submission_attempts (tenant_id, submission_id, request_key)
  where request_key is not null;

-- A file that arrives in parts; what was acknowledged lies in the storage, part by part (TCH-53).
create table work_uploads (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  assignment_id uuid not null,
  uploaded_by uuid not null,
  name text not null check (length(name) between 1 and 200),
  content_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  received_bytes bigint not null default 0 check (received_bytes >= 0),
  state text not null default 'receiving' check (state in ('receiving', 'completed', 'refused')),
  refusal text,
  file_id uuid,
  -- When the student began: what decides about being on time (TCH-52).
  began_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references users (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);
create index work_uploads__assignment on work_uploads (tenant_id, assignment_id, uploaded_by);
create index work_uploads__uploader on work_uploads (tenant_id, uploaded_by);
create index work_uploads__file on work_uploads (tenant_id, file_id);
create index work_uploads__touched on work_uploads (tenant_id, touched_at) where state = 'receiving';
select app.protect_tenant_table('work_uploads');

create table work_upload_parts (
  tenant_id uuid not null references tenants (id),
  upload_id uuid not null,
  starts_at_byte bigint not null check (starts_at_byte >= 0),
  size_bytes integer not null check (size_bytes > 0),
  storage_key text not null,
  primary key (tenant_id, upload_id, starts_at_byte),
  foreign key (tenant_id, upload_id) references work_uploads (tenant_id, id) on delete cascade
);
select app.protect_tenant_table('work_upload_parts');
