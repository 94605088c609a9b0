alter table grading_schemes drop column updated_at;
alter table grading_schemes drop column lock_version;
