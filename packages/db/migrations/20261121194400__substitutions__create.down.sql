drop table substitution_sections;
drop table substitutions;
