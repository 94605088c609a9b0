-- transaction: none
drop index concurrently if exists files__content;
