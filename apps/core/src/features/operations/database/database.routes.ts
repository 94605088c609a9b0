import {
  listBackfills,
  listSlowQueries,
  pauseBackfill,
  resetSlowQueries,
  startBackfill,
} from '@k12/contracts/operations/database';
import { route } from '../../../platform/http/route.ts';
import * as backfills from './backfills.service.ts';
import * as slowQueries from './slow-queries.service.ts';

export const databaseRoutes = [
  route(listSlowQueries, ({ context, query }) => slowQueries.listSlowQueries(context, query)),
  route(resetSlowQueries, ({ context }) => slowQueries.resetSlowQueries(context)),
  route(listBackfills, ({ context }) => backfills.listBackfills(context)),
  route(startBackfill, ({ context, params }) => backfills.startBackfill(context, params.name)),
  route(pauseBackfill, ({ context, params }) => backfills.pauseBackfill(context, params.name)),
];
