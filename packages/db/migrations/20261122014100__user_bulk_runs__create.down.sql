drop table user_bulk_items;
drop table user_bulk_runs;
