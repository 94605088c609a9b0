-- The source that keeps this enrollment up to date; null: people do (TCH-11).
alter table enrollments add column managed_by text check (managed_by in ('oneroster', 'classroom', 'sis'));
-- Left at this instant, and with it the groups of the course, which a return brings back (TCH-10).
alter table enrollments add column withdrawn_at timestamptz;
