import { createTerm, deleteTerm, getTerm, listTerms, updateTerm } from '@k12/contracts/identity/terms';
import { route } from '../../../platform/http/route.ts';
import * as service from './terms.service.ts';

export const termsRoutes = [
  route(listTerms, ({ context, query }) => service.listTerms(context, query)),
  route(createTerm, ({ context, body }) => service.createTerm(context, body)),
  route(getTerm, ({ context, params }) => service.getTerm(context, params.id)),
  route(updateTerm, ({ context, params, body }) => service.updateTerm(context, params.id, body)),
  route(deleteTerm, ({ context, params }) => service.deleteTerm(context, params.id)),
];
