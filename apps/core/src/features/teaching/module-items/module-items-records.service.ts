/** What other features read and write of these tables; they have asked who may before they come here. */
export type { ItemRow } from './module-items.queries.ts';
export {
  createItems,
  listDeletedItems,
  listItems,
  moveItems,
  nextPosition,
  selectOptionalItem,
  updateItems,
} from './module-items.queries.ts';
