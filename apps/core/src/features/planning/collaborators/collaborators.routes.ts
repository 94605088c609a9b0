import * as contract from '@k12/contracts/planning/collaborators';
import { route } from '../../../platform/http/route.ts';
import { getCollaborators, putCollaborators } from './collaborators.service.ts';

export const collaboratorsRoutes = [
  route(contract.getUnitCollaborators, ({ context, params }) => getCollaborators(context, 'unit', params.id)),
  route(contract.putUnitCollaborators, ({ context, params, body }) =>
    putCollaborators(context, 'unit', params.id, body),
  ),
  route(contract.getLessonCollaborators, ({ context, params }) =>
    getCollaborators(context, 'lesson', params.id),
  ),
  route(contract.putLessonCollaborators, ({ context, params, body }) =>
    putCollaborators(context, 'lesson', params.id, body),
  ),
  route(contract.getTemplateCollaborators, ({ context, params }) =>
    getCollaborators(context, 'template', params.id),
  ),
  route(contract.putTemplateCollaborators, ({ context, params, body }) =>
    putCollaborators(context, 'template', params.id, body),
  ),
  route(contract.getDocumentCollaborators, ({ context, params }) =>
    getCollaborators(context, 'document', params.id),
  ),
  route(contract.putDocumentCollaborators, ({ context, params, body }) =>
    putCollaborators(context, 'document', params.id, body),
  ),
];
