import { listChangeSets, listGradeHistory, revertChangeSet } from '@k12/contracts/teaching/totals';
import { route } from '../../../platform/http/route.ts';
import * as service from './change-sets.service.ts';

export const changeSetsRoutes = [
  route(listGradeHistory, ({ context, params, query }) => service.listHistory(context, params.id, query)),
  route(listChangeSets, ({ context, params, query }) => service.listChangeSets(context, params.id, query)),
  route(revertChangeSet, ({ context, params }) => service.revertChangeSet(context, params.id)),
];
