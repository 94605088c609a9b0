import * as contract from '@k12/contracts/planning/drafts';
import { route } from '../../../platform/http/route.ts';
import { cleanMarkup } from '../rich-text/rich-text.service.ts';
import * as service from './drafts.service.ts';
import { postVisit } from './visits.service.ts';

export const draftsRoutes = [
  route(contract.getUnitDraft, ({ context, params }) => service.getDraft(context, 'unit', params.id)),
  route(contract.patchUnitDraft, ({ context, params, body }) =>
    service.patchDraft(context, 'unit', params.id, body),
  ),
  route(contract.postUnitVisit, ({ context, params }) => postVisit(context, 'unit', params.id)),
  route(contract.getLessonDraft, ({ context, params }) => service.getDraft(context, 'lesson', params.id)),
  route(contract.patchLessonDraft, ({ context, params, body }) =>
    service.patchDraft(context, 'lesson', params.id, body),
  ),
  route(contract.postLessonVisit, ({ context, params }) => postVisit(context, 'lesson', params.id)),
  route(contract.getDocumentDraft, ({ context, params }) => service.getDraft(context, 'document', params.id)),
  route(contract.patchDocumentDraft, ({ context, params, body }) =>
    service.patchDraft(context, 'document', params.id, body),
  ),
  route(contract.postDocumentVisit, ({ context, params }) => postVisit(context, 'document', params.id)),
  route(contract.getTemplateDraft, ({ context, params }) => service.getDraft(context, 'template', params.id)),
  route(contract.patchTemplateDraft, ({ context, params, body }) =>
    service.patchDraft(context, 'template', params.id, body),
  ),
  route(contract.postTemplateVisit, ({ context, params }) => postVisit(context, 'template', params.id)),
  route(contract.cleanRichText, ({ body }) => cleanMarkup(body)),
];
