import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { RichText } from '../rich-text.ts';
import { WebAddress } from '../web-address.ts';

/** What a student writes, attaches and links: the draft as well as what is handed in. */
export const WorkContent = z.strictObject({
  body: RichText.nullable(),
  file_ids: z.array(id).max(20),
  links: z.array(WebAddress).max(20),
});
export type WorkContent = z.infer<typeof WorkContent>;

export const WorkPerson = z.object({ id, name: z.string() }).meta({ id: 'WorkPerson' });

export const WorkFile = z
  .object({
    file_id: id,
    name: z.string(),
    size_bytes: z.int(),
    content_type: z.string(),
    /** In hexadecimal. */
    sha256: z.string(),
  })
  .meta({ id: 'WorkFile' });
export type WorkFile = z.infer<typeof WorkFile>;

const ShownLink = z.object({ url: z.string(), host: z.string() });

export const WorkAttempt = z
  .object({
    number: z.int(),
    /** What counts for being on time (TCH-52). */
    official_at: instant,
    received_at: instant,
    /** What the device said when it was offline; information for staff, nothing more (TCH-51). */
    device_at: instant.nullable(),
    on_time_because: z.enum(['upload_began', 'chosen_by_staff']).nullable(),
    late_seconds: z.int(),
    body: z.record(z.string(), z.unknown()).nullable(),
    links: z.array(ShownLink),
    files: z.array(WorkFile),
    word_count: z.int(),
    /** Null where names are hidden (TCH-78). */
    submitted_by: WorkPerson.nullable(),
    is_on_behalf: z.boolean(),
    receipt_code: z.string(),
    withdrawn_at: instant.nullable(),
  })
  .meta({ id: 'WorkAttempt' });
export type WorkAttempt = z.infer<typeof WorkAttempt>;

export const SubmissionState = z.enum(['not_started', 'draft', 'submitted', 'revision_requested']);

/** Why nothing can be handed in at the moment. */
export const WorkBlock = z.enum([
  'not_yet_available',
  'closed',
  'no_attempts_left',
  'course_over',
  'nothing_to_submit',
]);
export type WorkBlock = z.infer<typeof WorkBlock>;

export const WorkDraft = z
  .object({
    version: z.int(),
    body: z.record(z.string(), z.unknown()).nullable(),
    files: z.array(WorkFile),
    links: z.array(ShownLink),
    edited_at: instant.nullable(),
    edited_by: WorkPerson.nullable(),
  })
  .meta({ id: 'WorkDraft' });
export type WorkDraft = z.infer<typeof WorkDraft>;

export const MySubmission = z
  .object({
    assignment_id: id,
    /** Null until something was written. */
    id: id.nullable(),
    state: SubmissionState,
    draft: WorkDraft,
    attempts: z.array(WorkAttempt),
    /** Null: as many as one likes. */
    attempts_left: z.int().nullable(),
    available_from_at: instant.nullable(),
    due_at: instant.nullable(),
    available_until_at: instant.nullable(),
    time_zone: z.string(),
    submission_types: z.array(z.string()),
    allowed_file_types: z.array(z.string()),
    max_files: z.int(),
    max_file_bytes: z.int(),
    /** The group that hands in together (TCH-46). */
    group: z.object({ id, name: z.string(), members: z.array(WorkPerson) }).nullable(),
    revision: z.object({ note: z.string(), asked_at: instant, due_at: instant.nullable() }).nullable(),
    blocked_by: WorkBlock.nullable(),
    can: z.object({ edit: z.boolean(), submit: z.boolean(), take_back: z.boolean() }),
  })
  .meta({ id: 'MySubmission' });
export type MySubmission = z.infer<typeof MySubmission>;

export const DraftPut = WorkContent.extend({
  /** The version these words were written on; 0 is before anything was saved (TCH-50). */
  draft_version: z.int().min(0),
});
export type DraftPut = z.infer<typeof DraftPut>;

export const WorkSubmit = DraftPut.extend({
  /** The device's own time when it was handed in, kept beside the official one (TCH-51). */
  device_at: instant.nullable(),
}).partial({ device_at: true });
export type WorkSubmit = z.infer<typeof WorkSubmit>;

export const Receipt = z
  .object({
    code: z.string(),
    submission_id: id,
    assignment_id: id,
    assignment_title: z.string(),
    course_id: id,
    course_name: z.string(),
    /** Null where names are hidden from staff (TCH-78). */
    student: WorkPerson.nullable(),
    group_name: z.string().nullable(),
    attempt_number: z.int(),
    official_at: instant,
    received_at: instant,
    /** Of the school: the zone that the times are shown in. */
    time_zone: z.string(),
    due_at: instant.nullable(),
    late_seconds: z.int(),
    on_time_because: z.enum(['upload_began', 'chosen_by_staff']).nullable(),
    files: z.array(WorkFile),
    links: z.array(ShownLink),
    word_count: z.int(),
    is_withdrawn: z.boolean(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

const own = { params: idParams, permission: 'submissions.create', rate: 'general' } as const;

export const getMySubmission = endpoint({
  ...own,
  name: 'my_submission.get',
  method: 'GET',
  path: '/assignments/{id}/my_submission',
  summary: "The caller's own work on an assignment: draft, attempts and what is still possible",
  replies: { 200: MySubmission },
});

export const putMyDraft = endpoint({
  ...own,
  name: 'my_submission.save_draft',
  method: 'PUT',
  path: '/assignments/{id}/my_submission/draft',
  summary: 'Save the draft of the own work; a stale version is answered with the newer draft',
  body: DraftPut,
  replies: { 200: WorkDraft },
  errors: ['version_conflict', 'not_yet_available', 'closed', 'conflict'],
});

export const submitMyWork = endpoint({
  ...own,
  name: 'my_submission.submit',
  method: 'POST',
  path: '/assignments/{id}/my_submission/submit',
  summary: 'Hand in; with an Idempotency-Key a retry gets the first receipt and uses no second attempt',
  body: WorkSubmit,
  replies: { 201: Receipt },
  errors: ['version_conflict', 'not_yet_available', 'closed', 'no_attempts_left', 'conflict'],
});

export const unsubmitMyWork = endpoint({
  ...own,
  name: 'my_submission.take_back',
  method: 'POST',
  path: '/assignments/{id}/my_submission/unsubmit',
  summary: 'Take back the latest attempt before the due time while it is ungraded',
  replies: { 200: MySubmission },
  errors: ['conflict', 'closed'],
});
