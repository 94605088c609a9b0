/** What other features read and write of these tables; they have asked who may before they come here. */
export type { ModuleRow } from './modules.queries.ts';
export {
  listModules,
  listSectionIds,
  raiseOutlineVersion,
  selectOptionalModule,
  updatePositions,
} from './modules.queries.ts';
