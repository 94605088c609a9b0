-- transaction: none
create index concurrently if not exists student_work__course
  on student_work (tenant_id, course_id, student_id, assignment_id);
drop index concurrently if exists student_work__sheet;
