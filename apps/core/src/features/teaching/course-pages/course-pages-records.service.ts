/** What other features read of these tables; they have asked who may before they come here. */
export { listDeletedPages } from './course-pages.queries.ts';
