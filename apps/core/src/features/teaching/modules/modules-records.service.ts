/** What other features read and write of these tables; they have asked who may before they come here. */
export type { ModuleRow } from './modules.queries.ts';
export {
  createModule,
  listModules,
  listSectionIds,
  raiseOutlineVersion,
  selectOptionalModule,
  updateModule,
  updatePositions,
} from './modules.queries.ts';
