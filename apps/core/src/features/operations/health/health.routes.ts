import { getHealthReport, getPublicHealth } from '@k12/contracts/operations/health';
import { route } from '../../../platform/http/route.ts';
import * as service from './health.service.ts';

export const healthRoutes = [
  route(getPublicHealth, ({ platform }) => service.getPublicHealth(platform)),
  route(getHealthReport, ({ context }) => service.getReport(context.platform)),
];
