/** What other features read and write of these tables; they have asked who may before they come here. */
export { listFacts, listStudents } from './module-progress.queries.ts';
