import * as contract from '@k12/contracts/teaching/accommodations';
import { route } from '../../../platform/http/route.ts';
import * as service from './accommodations.service.ts';

export const accommodationsRoutes = [
  route(contract.listAccommodations, ({ context, params }) => service.listAccommodations(context, params.id)),
  route(contract.createAccommodation, ({ context, params, body }) =>
    service.createAccommodation(context, params.id, body),
  ),
  route(contract.updateAccommodation, ({ context, params, body }) =>
    service.updateAccommodation(context, params.id, body),
  ),
  route(contract.deleteAccommodation, ({ context, params }) =>
    service.deleteAccommodation(context, params.id),
  ),
];
