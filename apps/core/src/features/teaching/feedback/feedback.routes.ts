import {
  createFeedbackComment,
  deleteFeedbackComment,
  getMyFeedback,
  listFeedbackComments,
  readFeedback,
  replyToFeedback,
  updateFeedbackComment,
} from '@k12/contracts/teaching/feedback';
import { putSelfAssessment } from '@k12/contracts/teaching/rubric-assessments';
import { route } from '../../../platform/http/route.ts';
import * as service from './feedback.service.ts';
import * as mine from './my-feedback.service.ts';

export const feedbackRoutes = [
  route(listFeedbackComments, ({ context, params }) => service.listComments(context, params)),
  route(createFeedbackComment, ({ context, params, body }) => service.createComment(context, params, body)),
  route(updateFeedbackComment, ({ context, params, body }) =>
    service.updateComment(context, params.id, body),
  ),
  route(deleteFeedbackComment, ({ context, params }) => service.deleteComment(context, params.id)),
  route(getMyFeedback, ({ context, params, query }) => mine.getMyFeedback(context, params.id, query)),
  route(readFeedback, ({ context, params }) => mine.readFeedback(context, params.id)),
  route(replyToFeedback, ({ context, params, body }) => mine.replyToFeedback(context, params.id, body.body)),
  route(putSelfAssessment, ({ context, params, body }) => mine.putSelfAssessment(context, params.id, body)),
];
