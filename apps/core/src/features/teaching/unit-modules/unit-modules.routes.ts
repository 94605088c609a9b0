import * as contract from '@k12/contracts/teaching/unit-modules';
import { route } from '../../../platform/http/route.ts';
import * as push from './push-unit.service.ts';
import * as service from './unit-modules.service.ts';

export const unitModulesRoutes = [
  route(contract.listUnitsForModules, ({ context, params }) => service.listUnits(context, params.id)),
  route(contract.createUnitModule, ({ context, params, body }) =>
    service.createFromUnit(context, params.id, body),
  ),
  route(contract.getUnitChanges, ({ context, params }) => service.getChanges(context, params.id)),
  route(contract.takeUnitChanges, ({ context, params, body }) =>
    service.takeChanges(context, params.id, body),
  ),
  route(contract.listPushableItems, ({ context, params, query }) =>
    push.listPushable(context, params.id, query.course_id),
  ),
  route(contract.pushToCourse, ({ context, params, body }) => push.pushToCourse(context, params.id, body)),
];
