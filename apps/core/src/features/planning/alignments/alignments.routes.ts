import {
  bulkAlignments,
  createAlignment,
  deleteAlignment,
  getUnitAlignments,
  listAlignments,
  listMigrations,
  migrateAlignments,
  undoMigration,
} from '@k12/contracts/planning/alignments';
import { route } from '../../../platform/http/route.ts';
import * as service from './edit-alignments.service.ts';
import * as migrations from './migrations.service.ts';

export const alignmentsRoutes = [
  route(listAlignments, ({ context, query }) => service.listAlignments(context, query)),
  route(getUnitAlignments, ({ context, params }) => service.getUnitAlignments(context, params.id)),
  route(createAlignment, ({ context, body }) => service.createAlignment(context, body)),
  route(deleteAlignment, ({ context, params }) => service.deleteAlignment(context, params.id)),
  route(bulkAlignments, ({ context, body }) => service.bulkAlignments(context, body)),
  route(migrateAlignments, ({ context, body }) => migrations.migrateAlignments(context, body)),
  route(listMigrations, ({ context, query }) => migrations.listMigrations(context, query.framework_id)),
  route(undoMigration, ({ context, params }) => migrations.undoMigration(context, params.id)),
];
