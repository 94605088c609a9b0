drop table plan_comments;
drop table comment_threads;
