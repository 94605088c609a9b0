import * as contract from '@k12/contracts/teaching/modules';
import { route } from '../../../platform/http/route.ts';
import * as bin from './module-bin.service.ts';
import * as order from './module-order.service.ts';
import * as states from './module-states.service.ts';
import * as service from './modules.service.ts';

export const modulesRoutes = [
  route(contract.listModules, ({ context, params, query }) => service.listModules(context, params.id, query)),
  route(contract.createModule, ({ context, params, body }) => service.createModule(context, params.id, body)),
  route(contract.updateModule, ({ context, params, body }) => service.updateModule(context, params.id, body)),
  route(contract.publishModule, ({ context, params, body }) =>
    states.publishModule(context, params.id, body),
  ),
  route(contract.unpublishModule, ({ context, params }) => states.unpublishModule(context, params.id)),
  route(contract.archiveModule, ({ context, params, body }) =>
    service.archiveModule(context, params.id, body.archived),
  ),
  route(contract.deleteModule, ({ context, params }) => bin.deleteModule(context, params.id)),
  route(contract.restoreModule, ({ context, params }) => bin.restoreModule(context, params.id)),
  route(contract.listDeletedModules, ({ context, params }) => bin.listDeleted(context, params.id)),
  route(contract.reorderModules, ({ context, params, body }) =>
    order.reorderModules(context, params.id, body),
  ),
  route(contract.reorderItems, ({ context, params, body }) => order.reorderItems(context, params.id, body)),
];
