alter table student_work drop column grade_code;
