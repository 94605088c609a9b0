-- transaction: none
-- Words that most records have are found by going through the newest of them until there are enough (PLN-162).
create index concurrently if not exists search_documents__time on search_documents (tenant_id, record_updated_at desc);
