drop index concurrently if exists standard_imports__corrects;
