import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { RubricAssessment } from './rubric-assessments.ts';
import { RubricCriterion } from './rubrics.ts';

/** The work of one student on one assignment; in anonymous grading `student_id` is a name made for this work alone. */
export const workParams = z.strictObject({ id, student_id: id });

export const FeedbackVisibility = z.enum(['student', 'staff']);

export const FeedbackComment = z
  .object({
    id,
    attempt: z.int(),
    /** Null where a student wrote it whose name is hidden (TCH-78). */
    author: z.object({ id, name: z.string() }).nullable(),
    is_by_student: z.boolean(),
    body: z.string(),
    visibility: FeedbackVisibility,
    state: z.enum(['draft', 'posted']),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'FeedbackComment' });
export type FeedbackComment = z.infer<typeof FeedbackComment>;

const body = z.string().trim().min(1).max(10_000);

export const FeedbackCommentCreate = z
  .strictObject({
    body,
    /** Staff notes never leave (TCH-77). */
    visibility: FeedbackVisibility,
    /** 0: about the work as a whole. */
    attempt: z.int().min(0).max(1000),
    /** At once instead of together with the grade. */
    post: z.boolean(),
  })
  .partial({ visibility: true, attempt: true, post: true });
export type FeedbackCommentCreate = z.infer<typeof FeedbackCommentCreate>;

export const FeedbackCommentUpdate = z
  .strictObject({ body, post: z.boolean() })
  .partial()
  .extend({ lock_version: lockVersion });
export type FeedbackCommentUpdate = z.infer<typeof FeedbackCommentUpdate>;

const common = { permission: 'submissions.grade', rate: 'general' } as const;

export const listFeedbackComments = endpoint({
  ...common,
  permission: 'submissions.read',
  name: 'feedback_comments.list',
  method: 'GET',
  path: '/assignments/{id}/work/{student_id}/comments',
  summary: 'What was said about the work of a student, for staff, oldest first',
  params: workParams,
  replies: { 200: z.object({ data: z.array(FeedbackComment) }) },
});

export const createFeedbackComment = endpoint({
  ...common,
  name: 'feedback_comments.create',
  method: 'POST',
  path: '/assignments/{id}/work/{student_id}/comments',
  summary: 'Say something about the work; unseen by the student until posted',
  params: workParams,
  body: FeedbackCommentCreate,
  replies: { 201: FeedbackComment },
});

export const updateFeedbackComment = endpoint({
  ...common,
  name: 'feedback_comments.update',
  method: 'PATCH',
  path: '/feedback_comments/{id}',
  summary: 'Change one’s own comment, or post it',
  params: idParams,
  body: FeedbackCommentUpdate,
  replies: { 200: FeedbackComment },
  errors: ['version_conflict'],
});

export const deleteFeedbackComment = endpoint({
  ...common,
  name: 'feedback_comments.delete',
  method: 'DELETE',
  path: '/feedback_comments/{id}',
  summary: 'Take one’s own comment away',
  params: idParams,
  replies: { 204: noContent },
});

const ShownComment = FeedbackComment.pick({
  id: true,
  attempt: true,
  is_by_student: true,
  body: true,
  created_at: true,
}).extend({ author_name: z.string() });

const ShownAnnotation = z.object({
  id,
  attempt: z.int(),
  file_id: id.nullable(),
  page: z.int(),
  kind: z.enum(['highlight', 'note', 'strike', 'pen', 'stamp']),
  place: z.record(z.string(), z.unknown()),
  body: z.string(),
});

/** All that a student and their guardians may know of what was said: posted facts alone (TCH-76, TCH-80). */
export const MyFeedback = z
  .object({
    assignment_id: id,
    posted_at: instant.nullable(),
    comments: z.array(ShownComment),
    annotations: z.array(ShownAnnotation),
    /** Null: none, or hidden until posting (TCH-88). */
    rubric: z
      .object({ id, title: z.string(), has_points: z.boolean(), criteria: z.array(RubricCriterion) })
      .nullable(),
    assessment: RubricAssessment.pick({ marks: true, score: true, attempt: true }).nullable(),
    self_assessment: RubricAssessment.pick({ marks: true, attempt: true, lock_version: true }).nullable(),
    wants_self_assessment: z.boolean(),
    /** When the student last said that they have read it all. */
    read_at: instant.nullable(),
    /** Something was posted since. */
    is_unread: z.boolean(),
    can: abilities('reply', 'self_assess', 'mark_read'),
  })
  .meta({ id: 'MyFeedback' });
export type MyFeedback = z.infer<typeof MyFeedback>;

export const getMyFeedback = endpoint({
  name: 'my_feedback.get',
  method: 'GET',
  path: '/assignments/{id}/my_feedback',
  summary: 'Posted comments, marks and rubric of the own work, or of a linked student',
  permission: 'submissions.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ student_id: id.optional() }),
  replies: { 200: MyFeedback },
});

export const readFeedback = endpoint({
  name: 'my_feedback.read',
  method: 'POST',
  path: '/assignments/{id}/my_feedback/read',
  summary: 'Note that all that was posted of the own work has been read',
  permission: 'submissions.create',
  rate: 'general',
  params: idParams,
  replies: { 200: MyFeedback },
});

export const replyToFeedback = endpoint({
  name: 'my_feedback.reply',
  method: 'POST',
  path: '/assignments/{id}/my_feedback/replies',
  summary: 'Answer a posted comment, where the course allows it',
  permission: 'submissions.create',
  rate: 'message',
  params: idParams,
  body: z.strictObject({ body: z.string().trim().min(1).max(5_000) }),
  replies: { 201: MyFeedback },
  errors: ['conflict'],
});
