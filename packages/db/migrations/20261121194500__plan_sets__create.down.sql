drop table plan_package_imports;
drop table plan_set_exports;
