import * as contract from '@k12/contracts/teaching/module-items';
import { route } from '../../../platform/http/route.ts';
import * as batch from './batch.service.ts';
import * as service from './module-items.service.ts';

export const moduleItemsRoutes = [
  route(contract.createModuleItems, ({ context, params, body }) =>
    service.createItems(context, params.id, body.items),
  ),
  route(contract.updateModuleItem, ({ context, params, body }) =>
    service.updateItem(context, params.id, body),
  ),
  route(contract.publishModuleItem, ({ context, params, body }) =>
    service.publishItem(context, params.id, body),
  ),
  route(contract.deleteModuleItem, ({ context, params }) => service.deleteItem(context, params.id)),
  route(contract.restoreModuleItem, ({ context, params }) => service.restoreItem(context, params.id)),
  route(contract.listExistingTargets, ({ context, params, query }) =>
    service.listTargets(context, params.id, query.q),
  ),
  route(contract.changeModuleItems, ({ context, params, body }) =>
    batch.changeItems(context, params.id, body),
  ),
  route(contract.revertCourseChange, ({ context, params }) => batch.revertChange(context, params.id)),
];
