import {
  archiveGradingScheme,
  createGradingScheme,
  listGradingSchemes,
  updateGradingScheme,
} from '@k12/contracts/teaching/grading-schemes';
import { route } from '../../../platform/http/route.ts';
import * as service from './grading-schemes.service.ts';

export const gradingSchemesRoutes = [
  route(listGradingSchemes, ({ context, query }) => service.listSchemes(context, query)),
  route(createGradingScheme, ({ context, body }) => service.createScheme(context, body)),
  route(updateGradingScheme, ({ context, params, body }) => service.updateScheme(context, params.id, body)),
  route(archiveGradingScheme, ({ context, params }) => service.archiveScheme(context, params.id)),
];
