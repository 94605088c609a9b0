drop table file_previews;
