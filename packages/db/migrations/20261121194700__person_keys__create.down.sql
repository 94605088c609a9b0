drop table person_keys;
