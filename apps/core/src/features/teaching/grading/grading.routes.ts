import {
  getGradedWork,
  getGradingFrame,
  getWorkFile,
  holdWork,
  liftAnonymity,
  putWorkGrade,
  takeNextUngraded,
  takeRubricVersion,
} from '@k12/contracts/teaching/grading';
import { putRubricAssessment } from '@k12/contracts/teaching/rubric-assessments';
import { route } from '../../../platform/http/route.ts';
import { sendContent } from '../../../platform/http/send-content.ts';
import * as work from './graded-work.service.ts';
import * as frame from './grading-frame.service.ts';
import * as holds from './holds.service.ts';
import * as rubrics from './rubric-assessments.service.ts';
import * as grades from './save-grade.service.ts';
import { openWorkFile } from './work-files.service.ts';

export const gradingRoutes = [
  route(getGradingFrame, ({ context, params, query }) => frame.getGradingFrame(context, params.id, query)),
  route(getGradedWork, ({ context, params }) => work.getGradedWork(context, params)),
  route(getWorkFile, async ({ context, params, query, request, reply }) => {
    const { headers, content, stored } = await openWorkFile(context, params, query);
    reply.headers(headers);
    if (stored) await sendContent(request, reply, stored);
    else reply.send(content);
    return '';
  }),
  route(putWorkGrade, ({ context, params, body }) => grades.putWorkGrade(context, params, body)),
  route(putRubricAssessment, ({ context, params, body }) =>
    rubrics.putRubricAssessment(context, params, body),
  ),
  route(holdWork, ({ context, params }) => holds.holdWork(context, params)),
  route(takeNextUngraded, ({ context, params, body }) => holds.takeNextUngraded(context, params.id, body)),
  route(liftAnonymity, ({ context, params, body }) => frame.liftAnonymity(context, params.id, body)),
  route(takeRubricVersion, ({ context, params, body }) => frame.takeRubricVersion(context, params.id, body)),
];
