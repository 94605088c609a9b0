import {
  activatePlannerPack,
  createPackFreeze,
  createPlannerPack,
  deletePackFreeze,
  getPackAssignments,
  getPlannerPack,
  listPlannerPacks,
  putPackAssignment,
  updatePlannerPack,
} from '@k12/contracts/planning/pack-admin';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { route } from '../../../platform/http/route.ts';
import * as admin from './pack-admin.service.ts';
import * as assignments from './pack-assignments.service.ts';
import * as packs from './packs.service.ts';

export const packsRoutes = [
  route(getPlannerSchema, ({ context, query }) => packs.getPlannerSchema(context, query)),
  route(listPlannerPacks, ({ context, query }) => admin.listPacks(context, query)),
  route(getPlannerPack, ({ context, params }) => admin.getPack(context, params.id)),
  route(createPlannerPack, ({ context, body }) => admin.createPack(context, body)),
  route(updatePlannerPack, ({ context, params, body }) => admin.updatePack(context, params.id, body)),
  route(activatePlannerPack, ({ context, params, body }) => admin.activatePack(context, params.id, body)),
  route(getPackAssignments, ({ context }) => assignments.getAssignments(context)),
  route(putPackAssignment, ({ context, body }) => assignments.putAssignment(context, body)),
  route(createPackFreeze, ({ context, body }) => assignments.createFreeze(context, body)),
  route(deletePackFreeze, ({ context, params }) => assignments.deleteFreeze(context, params.id)),
];
