drop table user_import_rows;
drop table user_imports;
