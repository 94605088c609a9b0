drop table standard_import_problems;
drop table standard_imports;
