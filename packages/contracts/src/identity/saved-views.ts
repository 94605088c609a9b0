import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';

const pageRoute = z.string().regex(/^\/[a-z/-]{1,80}$/);
const word = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .refine((name) => name !== 'sort', { error: 'has a field of its own' });

/** A list as somebody left it, under a name: what is filtered, how it is sorted, which columns show. */
export const SavedView = z
  .object({
    id,
    page: pageRoute,
    name: z.string(),
    filters: z.record(z.string(), z.string()),
    sort: z.string().nullable(),
    /** Null: all of them. */
    columns: z.array(z.string()).nullable(),
    /** The school whose staff reads it too. */
    shared_with_school_id: id.nullable(),
    owner_name: z.string(),
    created_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

const fields = {
  name: z.string().trim().min(1).max(60),
  filters: z
    .record(word, z.string().min(1).max(200))
    .refine((words) => Object.keys(words).length <= 20, { error: 'at most 20 filters' }),
  sort: z.string().min(1).max(60).nullable(),
  columns: z.array(z.string().min(1).max(40)).min(1).max(40).nullable(),
  shared_with_school_id: id.nullable(),
};

export const SavedViewCreate = z
  .strictObject({ ...fields, page: pageRoute })
  .partial({ filters: true, sort: true, columns: true, shared_with_school_id: true });
export type SavedViewCreate = z.infer<typeof SavedViewCreate>;

export const SavedViewUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type SavedViewUpdate = z.infer<typeof SavedViewUpdate>;

export const SavedViewQuery = z.strictObject({ page: pageRoute });

const common = { permission: 'signed_in', rate: 'general' } as const;

export const listSavedViews = endpoint({
  ...common,
  name: 'saved_views.list',
  method: 'GET',
  path: '/saved_views',
  summary: 'One’s own views of a page and those shared with one’s schools, by name',
  query: SavedViewQuery,
  replies: { 200: z.object({ data: z.array(SavedView) }) },
});

export const createSavedView = endpoint({
  ...common,
  name: 'saved_views.create',
  method: 'POST',
  path: '/saved_views',
  summary: 'Keep a list as it is under a name',
  body: SavedViewCreate,
  replies: { 201: SavedView },
  errors: ['conflict'],
});

export const updateSavedView = endpoint({
  ...common,
  name: 'saved_views.update',
  method: 'PATCH',
  path: '/saved_views/{id}',
  summary: 'Change a view, or share it with a school',
  params: idParams,
  body: SavedViewUpdate,
  replies: { 200: SavedView },
  errors: ['conflict', 'version_conflict'],
});

export const deleteSavedView = endpoint({
  ...common,
  name: 'saved_views.delete',
  method: 'DELETE',
  path: '/saved_views/{id}',
  summary: 'Forget a view',
  params: idParams,
  replies: { 204: noContent },
});
