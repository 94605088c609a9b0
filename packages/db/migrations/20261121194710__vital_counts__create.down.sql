drop table vital_counts;
