drop table pack_freezes;
drop table pack_assignments;
drop table planner_packs;
