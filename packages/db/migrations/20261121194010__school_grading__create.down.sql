drop table school_grading;
