drop table user_merges;
