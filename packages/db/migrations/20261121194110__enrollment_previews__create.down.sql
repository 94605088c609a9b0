drop table enrollment_previews;
