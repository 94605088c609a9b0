-- Two who edit a scheme do not overwrite each other.
alter table grading_schemes add column lock_version integer not null default 0;
alter table grading_schemes add column updated_at timestamptz;
