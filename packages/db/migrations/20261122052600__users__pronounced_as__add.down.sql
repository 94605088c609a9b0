alter table users drop constraint users_family_name_check;
alter table users add constraint users_family_name_check check (length(family_name) >= 1 and length(family_name) <= 120);
alter table users drop column pronounced_as;
