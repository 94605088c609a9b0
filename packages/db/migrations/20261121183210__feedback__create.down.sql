drop table grading_holds;
drop table annotations;
drop table comment_bank_entries;
drop table feedback_comments;
