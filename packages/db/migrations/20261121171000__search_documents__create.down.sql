drop table saved_searches;
drop function app.search_candidates(uuid, text, text, text[], text, text, text[], integer);
drop table search_progress;
drop table search_documents;
drop extension btree_gin;
drop extension pg_trgm;
drop schema extensions;
