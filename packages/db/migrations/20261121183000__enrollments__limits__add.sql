-- Limited: a co-teacher or assistant who sees the students of this section only (TCH-12).
alter table enrollments add column is_limited boolean not null default false;
-- What an assistant may, each a switch of its own; without meaning for other roles (TCH-13).
alter table enrollments add column assistant_rights text[] not null
  default '{attendance,see_grades,enter_grades,comment}';
