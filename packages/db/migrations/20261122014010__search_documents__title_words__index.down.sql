drop index concurrently if exists search_documents__title_words;
