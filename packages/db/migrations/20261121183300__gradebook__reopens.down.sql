alter table course_grades drop column details;
drop table grading_period_reopens;
