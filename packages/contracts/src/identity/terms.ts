import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, name, noContent } from '../records.ts';

export const TermKind = z.enum([
  'year',
  'semester',
  'trimester',
  'quarter',
  'grading_period',
  'summer',
  'custom',
]);
export type TermKind = z.infer<typeof TermKind>;

export const Term = z
  .object({
    id,
    academic_year_id: id,
    parent_term_id: id.nullable(),
    name: z.string(),
    kind: TermKind,
    starts_on: day,
    ends_on: day,
    /** Empty: every school of the organisation. */
    school_ids: z.array(id),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'Term' });
export type Term = z.infer<typeof Term>;

const fields = {
  name,
  kind: TermKind,
  parent_term_id: id.nullable(),
  starts_on: day,
  ends_on: day,
  school_ids: z.array(id).max(500),
};

export const TermCreate = z
  .strictObject({ academic_year_id: id, ...fields })
  .partial({ parent_term_id: true, school_ids: true });
export type TermCreate = z.infer<typeof TermCreate>;

export const TermUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type TermUpdate = z.infer<typeof TermUpdate>;

/** Without a year the list shows the active one (IDN-13). */
export const TermQuery = z.strictObject({ ...pageQuery, academic_year_id: id.optional() });
export type TermQuery = z.infer<typeof TermQuery>;

export const listTerms = endpoint({
  name: 'terms.list',
  method: 'GET',
  path: '/terms',
  summary: 'Terms of a year, by date',
  permission: 'terms.read',
  rate: 'general',
  query: TermQuery,
  replies: { 200: page(Term) },
});

export const createTerm = endpoint({
  name: 'terms.create',
  method: 'POST',
  path: '/terms',
  summary: 'Add a term to a year',
  permission: 'terms.manage',
  rate: 'general',
  body: TermCreate,
  replies: { 201: Term },
  errors: ['year_closed', 'school_mismatch'],
});

export const getTerm = endpoint({
  name: 'terms.get',
  method: 'GET',
  path: '/terms/{id}',
  summary: 'One term',
  permission: 'terms.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Term },
});

export const updateTerm = endpoint({
  name: 'terms.update',
  method: 'PATCH',
  path: '/terms/{id}',
  summary: 'Rename a term, move its dates or change its schools',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  body: TermUpdate,
  replies: { 200: Term },
  errors: ['version_conflict', 'year_closed', 'school_mismatch'],
});

export const deleteTerm = endpoint({
  name: 'terms.delete',
  method: 'DELETE',
  path: '/terms/{id}',
  summary: 'Remove a term that has no terms inside',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['conflict', 'year_closed'],
});
