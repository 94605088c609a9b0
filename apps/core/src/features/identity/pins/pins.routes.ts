import { deletePin, listPins, putPin } from '@k12/contracts/identity/pins';
import { route } from '../../../platform/http/route.ts';
import * as service from './pins.service.ts';

export const pinsRoutes = [
  route(listPins, ({ context }) => service.listPins(context)),
  route(putPin, ({ context, body }) => service.putPin(context, body)),
  route(deletePin, ({ context, query }) => service.deletePin(context, query)),
];
