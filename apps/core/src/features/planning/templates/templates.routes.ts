import * as contract from '@k12/contracts/planning/templates';
import { route } from '../../../platform/http/route.ts';
import * as origin from '../copies/origin-update.service.ts';
import { createUnit } from './create-unit.service.ts';
import * as service from './templates.service.ts';

export const templatesRoutes = [
  route(contract.listTemplates, ({ context, query }) => service.listTemplates(context, query)),
  route(contract.createTemplate, ({ context, body }) => service.createTemplate(context, body)),
  route(contract.getTemplate, ({ context, params }) => service.getTemplate(context, params.id)),
  route(contract.updateTemplate, ({ context, params, body }) =>
    service.updateTemplate(context, params.id, body),
  ),
  route(contract.deleteTemplate, ({ context, params }) => service.deleteTemplate(context, params.id)),
  route(contract.restoreDeletedTemplate, ({ context, params }) =>
    service.restoreTemplate(context, params.id),
  ),
  route(contract.createUnitFromTemplate, ({ context, params, body }) => createUnit(context, params.id, body)),
  route(contract.getTemplateFindings, ({ context, params }) => service.getFindings(context, params.id)),
  route(contract.saveAsTemplate, ({ context, params, body }) =>
    service.saveAsTemplate(context, params.id, body),
  ),
  route(contract.getTemplateUpdate, ({ context, params, query }) =>
    origin.getUpdate(context, params.id, query.origin),
  ),
  route(contract.takeTemplateUpdate, ({ context, params, body }) =>
    origin.takeUpdate(context, params.id, body),
  ),
];
