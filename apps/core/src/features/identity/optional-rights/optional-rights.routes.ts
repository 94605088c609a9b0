import { changeOptionalRights, getOptionalRights } from '@k12/contracts/identity/optional-rights';
import { route } from '../../../platform/http/route.ts';
import * as service from './optional-rights.service.ts';

export const optionalRightsRoutes = [
  route(getOptionalRights, ({ context }) => service.getOptionalRights(context)),
  route(changeOptionalRights, ({ context, body }) => service.changeOptionalRights(context, body)),
];
