import {
  clearFlagOverride,
  listFeatureFlags,
  listGlobalFlags,
  setFlagOverride,
  updateGlobalFlag,
} from '@k12/contracts/operations/feature-flags';
import { route } from '../../../platform/http/route.ts';
import * as service from './feature-flags.service.ts';

export const featureFlagsRoutes = [
  route(listFeatureFlags, ({ context }) => service.listFlags(context)),
  route(setFlagOverride, ({ context, params, body }) => service.setOverride(context, params.key, body)),
  route(clearFlagOverride, ({ context, params }) => service.clearOverride(context, params.key)),
  route(listGlobalFlags, ({ context }) => service.listGlobalFlags(context)),
  route(updateGlobalFlag, ({ context, params, body }) => service.updateGlobalFlag(context, params.key, body)),
];
