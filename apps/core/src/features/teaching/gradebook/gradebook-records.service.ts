/** What other features read and write of these tables; they have asked who may before they come here. */
export type { ColumnRow, StudentRow } from './gradebook.queries.ts';
export {
  listCategories,
  listCodedCells,
  listColumns,
  listSections,
  listStudents,
  listTotals,
} from './gradebook.queries.ts';
