drop table gradebook_imports;
