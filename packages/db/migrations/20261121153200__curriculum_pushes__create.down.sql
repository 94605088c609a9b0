drop table curriculum_push_targets;
drop table curriculum_pushes;
