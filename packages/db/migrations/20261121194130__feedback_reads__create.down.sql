drop table feedback_reads;
