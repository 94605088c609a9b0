/** What other features read and write of these tables; they have asked who may before they come here. */

export {
  copyToTargets,
  countClosedForStudents,
  deleteOfTargets,
  listForStudents,
} from './attachments.queries.ts';
export { isReadable } from './resources.queries.ts';
