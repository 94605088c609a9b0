import { hideGrades, postGrades } from '@k12/contracts/teaching/posting';
import { route } from '../../../platform/http/route.ts';
import * as service from './posting.service.ts';

export const postingRoutes = [
  route(postGrades, ({ context, params, body }) => service.postGrades(context, params.id, body)),
  route(hideGrades, ({ context, params, body }) => service.hideGrades(context, params.id, body)),
];
