drop table student_work;
