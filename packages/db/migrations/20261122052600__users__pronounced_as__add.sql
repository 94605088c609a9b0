-- How a name is said, and people who have one name only (UXP-96). An empty family part means that there is none.
-- lint-exempt: constraint-missing-not-valid: the rule only becomes wider, so that no row is in doubt
alter table users add column pronounced_as text check (length(pronounced_as) between 1 and 120);
alter table users drop constraint users_family_name_check;
alter table users add constraint users_family_name_check check (length(family_name) <= 120) not valid;
alter table users validate constraint users_family_name_check;
