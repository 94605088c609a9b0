drop table gradebook_views;
drop table gradebook_layouts;
