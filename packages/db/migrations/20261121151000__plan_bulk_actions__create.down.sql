drop table plan_bulk_actions;
