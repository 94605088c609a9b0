/** What other features read and write of these tables; they have asked who may before they come here. */
export { createGradeChanges, listGradedAssignments } from './work-grades.queries.ts';
