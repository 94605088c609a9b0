-- transaction: none
-- The sheet reads the cells of a student from the index alone, without their rows.
create index concurrently if not exists student_work__sheet
  on student_work (tenant_id, course_id, student_id, assignment_id) include (is_assigned, due_at, grade_code);
drop index concurrently if exists student_work__course;
