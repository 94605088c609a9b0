alter table schools drop column first_weekday;
