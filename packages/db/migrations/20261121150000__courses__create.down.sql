drop table enrollments;
drop table school_days;
drop table section_meetings;
drop table section_terms;
drop table sections;
drop table courses;
