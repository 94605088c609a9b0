import {
  createPlacement,
  deletePlacement,
  getPlacement,
  getPlacementTime,
  listPlacements,
  movePlacement,
  proposePlacement,
  updatePlacement,
} from '@k12/contracts/planning/placements';
import { route } from '../../../platform/http/route.ts';
import * as moves from './placement-moves.service.ts';
import * as time from './placement-time.service.ts';
import * as service from './placements.service.ts';

export const placementsRoutes = [
  route(listPlacements, ({ context, query }) => service.listPlacements(context, query)),
  route(proposePlacement, ({ context, body }) => service.proposePlacement(context, body)),
  route(createPlacement, ({ context, body }) => service.createPlacement(context, body)),
  route(getPlacement, ({ context, params }) => service.getPlacement(context, params.id)),
  route(updatePlacement, ({ context, params, body }) => service.updatePlacement(context, params.id, body)),
  route(deletePlacement, ({ context, params, query }) =>
    service.deletePlacement(context, params.id, query.lock_version),
  ),
  route(movePlacement, ({ context, params, body }) => moves.movePlacement(context, params.id, body)),
  route(getPlacementTime, ({ context, params }) => time.getPlacementTime(context, params.id)),
];
