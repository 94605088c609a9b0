alter table standard_imports drop column corrects_import_id;
