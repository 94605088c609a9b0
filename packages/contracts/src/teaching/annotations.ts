import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';

const fraction = z.number().min(0).max(1);
const point = z.tuple([fraction, fraction]);

/** Where a mark lies: on words of the text, or at a part of a picture or page, in fractions of its size. */
export const AnnotationPlace = z.union([
  z.strictObject({
    quote: z.string().min(1).max(2_000),
    /** Which of several equal places. */
    nth: z.int().min(0).max(10_000),
  }),
  z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }),
  /** Words of a page: a rectangle for each line of them. */
  z.strictObject({
    rects: z
      .array(z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }))
      .min(1)
      .max(60),
  }),
  z.strictObject({ strokes: z.array(z.array(point).max(400)).min(1).max(40) }),
]);
export type AnnotationPlace = z.infer<typeof AnnotationPlace>;

export const AnnotationKind = z.enum(['highlight', 'note', 'strike', 'pen', 'stamp']);

export const Annotation = z
  .object({
    id,
    attempt: z.int(),
    file_id: id.nullable(),
    page: z.int(),
    kind: AnnotationKind,
    place: AnnotationPlace,
    body: z.string(),
    author: z.object({ id, name: z.string() }),
    created_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'Annotation' });
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationCreate = z
  .strictObject({
    attempt: z.int().min(1).max(1000),
    /** Null: on the text of the attempt. */
    file_id: id.nullable(),
    page: z.int().min(1).max(5000),
    kind: AnnotationKind,
    place: AnnotationPlace,
    body: z.string().trim().max(2_000),
  })
  .partial({ file_id: true, page: true, body: true });
export type AnnotationCreate = z.infer<typeof AnnotationCreate>;

export const AnnotationUpdate = z
  .strictObject({ body: z.string().trim().max(2_000), place: AnnotationPlace })
  .partial()
  .extend({ lock_version: lockVersion });
export type AnnotationUpdate = z.infer<typeof AnnotationUpdate>;

const common = { permission: 'submissions.grade', rate: 'general' } as const;

export const createAnnotation = endpoint({
  ...common,
  name: 'annotations.create',
  method: 'POST',
  path: '/assignments/{id}/work/{student_id}/annotations',
  summary: 'Mark a place of what was handed in',
  params: z.strictObject({ id, student_id: id }),
  body: AnnotationCreate,
  replies: { 201: Annotation },
});

export const updateAnnotation = endpoint({
  ...common,
  name: 'annotations.update',
  method: 'PATCH',
  path: '/annotations/{id}',
  summary: 'Change one’s own mark',
  params: idParams,
  body: AnnotationUpdate,
  replies: { 200: Annotation },
  errors: ['version_conflict'],
});

export const deleteAnnotation = endpoint({
  ...common,
  name: 'annotations.delete',
  method: 'DELETE',
  path: '/annotations/{id}',
  summary: 'Erase one’s own mark',
  params: idParams,
  replies: { 204: noContent },
});
