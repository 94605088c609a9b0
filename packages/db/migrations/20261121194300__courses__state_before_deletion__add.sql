-- What a course comes back as when it is taken out of the bin.
alter table courses add column state_before_deletion text
  check (state_before_deletion in ('draft', 'active', 'archived'));
-- lint-exempt: require-concurrent-index-creation: no release has ever written to courses
-- The bin of a school, newest first, and what the job looks for.
create index courses__bin on courses (tenant_id, school_id, deleted_at) where deleted_at is not null;
