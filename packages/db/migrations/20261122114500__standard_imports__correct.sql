-- A table of corrected rows names the import that left them out, and is read together with its good rows.
-- lint-exempt: constraint-missing-not-valid: the column is new and empty, so that no row is in doubt
alter table standard_imports add column corrects_import_id uuid;
alter table standard_imports add constraint standard_imports__corrects
  foreign key (tenant_id, corrects_import_id) references standard_imports (tenant_id, id) not valid;
alter table standard_imports validate constraint standard_imports__corrects;
