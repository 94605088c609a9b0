alter table enrollments drop column withdrawn_at;
alter table enrollments drop column managed_by;
