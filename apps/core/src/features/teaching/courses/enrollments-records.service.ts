/** What other features read of these tables; they ask who may before they show it. */
export { selectOptionalSection } from './enrollments.queries.ts';
