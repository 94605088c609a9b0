drop table job_workers;
drop table job_schedules;
drop schema pgboss cascade;
