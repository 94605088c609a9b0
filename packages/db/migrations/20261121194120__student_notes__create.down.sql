drop table student_notes;
