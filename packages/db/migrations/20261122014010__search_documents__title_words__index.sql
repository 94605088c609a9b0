-- transaction: none
create index concurrently if not exists search_documents__title_words on search_documents
  using gin (tenant_id extensions.uuid_ops, title_words);
