import {
  createUserBulkRun,
  getUserBulkRun,
  listUserBulkRunItems,
} from '@k12/contracts/identity/user-bulk-runs';
import {
  activateUser,
  createMembership,
  createUser,
  deactivateUser,
  getUser,
  listUsers,
  moveUser,
  restoreUser,
  suspendUser,
  updateUser,
} from '@k12/contracts/identity/users';
import { bulkUsers } from '@k12/contracts/identity/users.bulk';
import { mergeUsers, undoUserMerge } from '@k12/contracts/identity/users.merge';
import { getUserOverview } from '@k12/contracts/identity/users.overview';
import { route } from '../../../platform/http/route.ts';
import * as runs from './bulk-runs.service.ts';
import * as bulk from './users.bulk.service.ts';
import * as memberships from './users.memberships.service.ts';
import * as merges from './users.merge.service.ts';
import * as overview from './users.overview.service.ts';
import * as service from './users.service.ts';
import { changeState } from './users.state.service.ts';

export const usersRoutes = [
  route(listUsers, ({ context, query }) => service.listUsers(context, query)),
  route(createUser, ({ context, body }) => service.createUser(context, body)),
  route(bulkUsers, ({ context, body }) => bulk.bulkUsers(context, body)),
  route(createUserBulkRun, async ({ context, body, reply }) => {
    const run = await runs.createBulkRun(context, body);
    reply.header('location', `/api/v1/user_bulk_runs/${run.id}`);
    return run;
  }),
  route(getUserBulkRun, ({ context, params }) => runs.getBulkRun(context, params.id)),
  route(listUserBulkRunItems, ({ context, params, query }) =>
    runs.listBulkRunItems(context, params.id, query),
  ),
  route(getUser, ({ context, params }) => service.getUser(context, params.id)),
  route(updateUser, ({ context, params, body }) => service.updateUser(context, params.id, body)),
  route(suspendUser, ({ context, params, body }) => changeState(context, params.id, 'suspend', body.reason)),
  route(activateUser, ({ context, params }) => changeState(context, params.id, 'activate')),
  route(deactivateUser, ({ context, params, body }) =>
    changeState(context, params.id, 'deactivate', body.reason),
  ),
  route(restoreUser, ({ context, params }) => changeState(context, params.id, 'restore')),
  route(createMembership, ({ context, params, body }) =>
    memberships.createMembership(context, params.id, body),
  ),
  route(moveUser, ({ context, params, body }) => memberships.moveUser(context, params.id, body)),
  route(getUserOverview, ({ context, params }) => overview.getUserOverview(context, params.id)),
  route(mergeUsers, ({ context, body }) => merges.mergeUsers(context, body)),
  route(undoUserMerge, ({ context, params }) => merges.undoUserMerge(context, params.id)),
];
