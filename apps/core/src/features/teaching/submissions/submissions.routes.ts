import {
  getMySubmission,
  putMyDraft,
  submitMyWork,
  unsubmitMyWork,
} from '@k12/contracts/teaching/submissions';
import { route } from '../../../platform/http/route.ts';
import * as mine from './my-submission.service.ts';

export const submissionsRoutes = [
  route(getMySubmission, ({ context, params }) => mine.getMySubmission(context, params.id)),
  route(putMyDraft, ({ context, params, body }) => mine.saveDraft(context, params.id, body)),
  route(submitMyWork, ({ context, params, body, request }) =>
    mine.submit(context, params.id, body, keyOf(request.headers['idempotency-key'])),
  ),
  route(unsubmitMyWork, ({ context, params }) => mine.takeBack(context, params.id)),
];

function keyOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
