alter table enrollments drop column assistant_rights;
alter table enrollments drop column is_limited;
