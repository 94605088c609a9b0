revoke update (state, retry_limit, start_after, completed_on, deletion_seconds, output) on pgboss.job
  from homeroom_app;
drop index pgboss.job_dead;
drop index pgboss.job_started_by_person;
