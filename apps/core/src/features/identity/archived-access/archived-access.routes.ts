import { getArchivedAccess, putArchivedAccess } from '@k12/contracts/identity/archived-access';
import { route } from '../../../platform/http/route.ts';
import * as service from './archived-access.service.ts';

export const archivedAccessRoutes = [
  route(getArchivedAccess, ({ context }) => service.getArchivedAccess(context)),
  route(putArchivedAccess, ({ context, body }) => service.putArchivedAccess(context, body)),
];
