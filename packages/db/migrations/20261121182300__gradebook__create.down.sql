drop table course_grades;
drop table grade_changes;
drop table change_sets;
drop table grading_schemes;
