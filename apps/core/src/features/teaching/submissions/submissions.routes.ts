import {
  getDifferences,
  getReceipt,
  getSubmittedFile,
  grantAttempts,
  grantAttemptsToMany,
  requestRevision,
  submitOnBehalf,
} from '@k12/contracts/teaching/submission-actions';
import {
  getMySubmission,
  putMyDraft,
  submitMyWork,
  unsubmitMyWork,
} from '@k12/contracts/teaching/submissions';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { sendContent } from '../../../platform/http/send-content.ts';
import * as mine from './my-submission.service.ts';
import * as reading from './read-work.service.ts';
import * as actions from './submission-actions.service.ts';

export const submissionsRoutes = [
  route(getMySubmission, ({ context, params }) => mine.getMySubmission(context, params.id)),
  route(putMyDraft, ({ context, params, body }) => mine.saveDraft(context, params.id, body)),
  route(submitMyWork, ({ context, params, body, request }) =>
    mine.submit(context, params.id, body, keyOf(request.headers['idempotency-key'])),
  ),
  route(unsubmitMyWork, ({ context, params }) => mine.takeBack(context, params.id)),
  route(grantAttempts, ({ context, params, body }) => actions.grantAttempts(context, params.id, body)),
  route(grantAttemptsToMany, ({ context, params, body }) =>
    actions.grantAttemptsToMany(context, params.id, body),
  ),
  route(requestRevision, ({ context, params, body }) => actions.requestRevision(context, params.id, body)),
  route(submitOnBehalf, ({ context, params, body }) => actions.submitOnBehalf(context, params.id, body)),
  route(getReceipt, ({ context, params }) => reading.getReceipt(context, params.code)),
  route(getDifferences, ({ context, params, query }) => reading.getDifferences(context, params.id, query)),
  route(getSubmittedFile, async ({ context, params, request, reply }) => {
    const { file, stored } = await reading.findFile(context, params.id, params.file_id);
    reply.headers(downloadHeaders(file.content_type, file.name));
    await sendContent(request, reply, stored);
    return '';
  }),
];

function keyOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
