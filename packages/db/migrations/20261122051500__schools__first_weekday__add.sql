-- The day a week begins with at this school, 0 for Sunday; null follows the language of the organisation (UXP-95).
alter table schools add column first_weekday integer check (first_weekday between 0 and 6);
