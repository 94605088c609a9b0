-- Lists of jobs: those that people of a tenant started, and the dead ones.
create index job_started_by_person on pgboss.job (group_id, created_on, id) where data ->> 'started_by' is not null;
create index job_dead on pgboss.job (created_on, id) where state = 'failed';

-- An administrator retries jobs of the own tenant; row-level security holds the change to these.
grant update (state, retry_limit, start_after, completed_on, keep_until, deletion_seconds, output) on pgboss.job
  to homeroom_app;
