drop table gradebook_exports;
