drop table submission_attempts;
drop table submissions;
