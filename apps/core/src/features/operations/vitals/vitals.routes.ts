import { listVitals, reportWebVitals } from '@k12/contracts/operations/vitals';
import { route } from '../../../platform/http/route.ts';
import * as service from './vitals.service.ts';

export const vitalsRoutes = [
  route(reportWebVitals, ({ platform, body }) => service.noteVitals(platform, body)),
  route(listVitals, ({ context }) => service.listFigures(context.platform)),
];
