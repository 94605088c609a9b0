// Generated from src by scripts/browser.ts. Do not edit.
export const AlignmentTarget = {"options":["unit_plan","lesson_plan","template","curriculum_document","assignment","question","rubric_criterion","resource"]};
export const Emphasis = {"options":["introduced","developed","mastered","reviewed"]};
export const alignmentTargets = ["unit_plan","lesson_plan","template","curriculum_document","assignment","question","rubric_criterion","resource"];
export const bulkAlignments = {"name":"standard_alignments.bulk","method":"POST","path":"/standard_alignments/bulk"};
export const createAlignment = {"name":"standard_alignments.create","method":"POST","path":"/standard_alignments"};
export const deleteAlignment = {"name":"standard_alignments.delete","method":"DELETE","path":"/standard_alignments/{id}"};
export const getUnitAlignments = {"name":"unit_plans.alignments","method":"GET","path":"/unit_plans/{id}/alignments"};
export const listAlignments = {"name":"standard_alignments.list","method":"GET","path":"/standard_alignments"};
export const listMigrations = {"name":"alignment_migrations.list","method":"GET","path":"/alignment_migrations"};
export const migrateAlignments = {"name":"standards.migrate_alignments","method":"POST","path":"/standards/migrate_alignments"};
export const undoMigration = {"name":"alignment_migrations.undo","method":"POST","path":"/alignment_migrations/{id}/undo"};
