drop table plan_improvements;
drop table plan_rollovers;
