drop table alignment_migrations;
drop table plan_version_alignments;
drop table standard_alignments;
