alter table assignment_standards drop constraint assignment_standards__assessed;
alter table assignment_standards drop column assessed;
drop table mastery_changes;
drop table mastery_results;
drop table mastery_evidence;
drop table proficiency_scales;
