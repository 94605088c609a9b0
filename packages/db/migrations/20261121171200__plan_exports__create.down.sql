drop table plan_exports;
