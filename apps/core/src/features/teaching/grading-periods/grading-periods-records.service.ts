/** What other features read and write of these tables; they have asked who may before they come here. */
export { listPeriods, selectOptionalSchoolGrading, selectSchoolZone } from './grading-periods.queries.ts';
