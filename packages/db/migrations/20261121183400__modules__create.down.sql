drop table course_copies;
drop table course_changes;
drop table module_item_completions;
drop table module_items;
drop table module_prerequisites;
drop table module_sections;
drop table modules;
drop table course_pages;
alter table courses drop column outline_version;
