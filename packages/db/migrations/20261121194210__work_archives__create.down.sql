drop table work_archives;
