-- transaction: none
create index concurrently if not exists files__content on files (tenant_id, sha256);
