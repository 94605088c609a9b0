-- transaction: none
create index concurrently if not exists standard_imports__corrects on standard_imports (tenant_id, corrects_import_id);
