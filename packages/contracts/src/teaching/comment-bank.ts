import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, lockVersion, noContent } from '../records.ts';

export const CommentBankScope = z.enum(['mine', 'course', 'school']);

export const CommentBankEntry = z
  .object({
    id,
    scope: CommentBankScope,
    course_id: id.nullable(),
    school_id: id.nullable(),
    /** May hold `{first_name}`. */
    body: z.string(),
    tags: z.array(z.string()),
    shortcut: z.string().nullable(),
    uses_count: z.int(),
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'CommentBankEntry' });
export type CommentBankEntry = z.infer<typeof CommentBankEntry>;

const fields = {
  body: z.string().trim().min(1).max(2_000),
  tags: z.array(z.string().trim().min(1).max(40)).max(10),
  shortcut: z.string().trim().min(1).max(40).nullable(),
};

export const CommentBankCreate = z
  .strictObject({ ...fields, scope: CommentBankScope, course_id: id, school_id: id })
  .partial()
  .required({ body: true });
export type CommentBankCreate = z.infer<typeof CommentBankCreate>;

export const CommentBankUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type CommentBankUpdate = z.infer<typeof CommentBankUpdate>;

export const CommentBankQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  course_id: id.optional(),
});
export type CommentBankQuery = z.infer<typeof CommentBankQuery>;

/** One phrase a line, as pasted. */
export const CommentBankImport = z
  .strictObject({
    lines: z.array(z.string().trim().min(1).max(2_000)).min(1).max(500),
    scope: CommentBankScope,
    course_id: id,
    school_id: id,
  })
  .partial({ scope: true, course_id: true, school_id: true });
export type CommentBankImport = z.infer<typeof CommentBankImport>;

const common = { permission: 'submissions.grade', rate: 'general' } as const;

export const listCommentBank = endpoint({
  ...common,
  name: 'comment_bank.list',
  method: 'GET',
  path: '/comment_bank',
  summary: 'Phrases the caller may use, most used first',
  query: CommentBankQuery,
  replies: { 200: z.object({ data: z.array(CommentBankEntry) }) },
});

export const createBankEntry = endpoint({
  ...common,
  name: 'comment_bank.create',
  method: 'POST',
  path: '/comment_bank',
  summary: 'Keep a phrase for later',
  body: CommentBankCreate,
  replies: { 201: CommentBankEntry },
});

export const importCommentBank = endpoint({
  ...common,
  name: 'comment_bank.import',
  method: 'POST',
  path: '/comment_bank/import',
  summary: 'Keep many pasted phrases; those that are there already are left out',
  body: CommentBankImport,
  replies: { 200: z.object({ added_count: z.int(), known_count: z.int() }) },
});

export const updateBankEntry = endpoint({
  ...common,
  name: 'comment_bank.update',
  method: 'PATCH',
  path: '/comment_bank/{id}',
  summary: 'Change a phrase',
  params: idParams,
  body: CommentBankUpdate,
  replies: { 200: CommentBankEntry },
  errors: ['version_conflict'],
});

export const useBankEntry = endpoint({
  ...common,
  name: 'comment_bank.use',
  method: 'POST',
  path: '/comment_bank/{id}/use',
  summary: 'Count that a phrase was used',
  params: idParams,
  replies: { 204: noContent },
});

export const deleteBankEntry = endpoint({
  ...common,
  name: 'comment_bank.delete',
  method: 'DELETE',
  path: '/comment_bank/{id}',
  summary: 'Forget a phrase',
  params: idParams,
  replies: { 204: noContent },
});
