import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, lockVersion, noContent } from '../records.ts';
import { GradeLevel } from './plan-records.ts';

export const StandardState = z.enum(['active', 'retired']);

const standardFields = {
  id,
  framework_id: id,
  identifier: z.string(),
  parent_id: id.nullable(),
  position: z.int(),
  depth: z.int(),
  is_leaf: z.boolean(),
  /** The package does not say where it belongs (PLN-73). */
  is_unplaced: z.boolean(),
  code: z.string(),
  statement: z.string(),
  short_statement: z.string().nullable(),
  label: z.string().nullable(),
  item_type: z.string().nullable(),
  education_levels: z.array(z.string()),
  grade_levels: z.array(z.string()),
  subjects: z.array(z.string()),
  assessable: z.boolean(),
  list_enumeration: z.string().nullable(),
  state: StandardState,
  /** Set for what a school added to a framework of the district (PLN-82). */
  school_id: id.nullable(),
  lock_version: lockVersion,
};

/** What a list, a picker or a tree shows of a standard. */
export const StandardSummary = z.object(standardFields).meta({ id: 'StandardSummary' });
export type StandardSummary = z.infer<typeof StandardSummary>;

export const StandardNode = z
  .object({
    ...standardFields,
    children_count: z.int(),
    /** Alignments of plans that the caller may read, of this standard and of all below it (PLN-84). */
    alignments_count: z.int(),
  })
  .meta({ id: 'StandardNode' });
export type StandardNode = z.infer<typeof StandardNode>;

export const StandardLink = z.object({
  type: z.string(),
  /** Internal where the other end is in the tenant, an address or a name otherwise. */
  standard: StandardSummary.nullable(),
  framework_title: z.string().nullable(),
  uri: z.string().nullable(),
  title: z.string().nullable(),
});
export type StandardLink = z.infer<typeof StandardLink>;

export const Standard = z
  .object({
    ...standardFields,
    framework_title: z.string(),
    notes: z.string().nullable(),
    language: z.string(),
    licence: z.string(),
    source_uri: z.string().nullable(),
    breadcrumb: z.array(z.object({ id, code: z.string(), statement: z.string() })),
    /** Exact matches in other frameworks (PLN-86). */
    equivalents: z.array(StandardLink),
    /** What takes the place of a retired standard (PLN-92). */
    replacements: z.array(StandardLink),
    related: z.array(StandardLink),
    alignments_count: z.int(),
    can: abilities('update', 'retire', 'delete', 'align'),
  })
  .meta({ id: 'Standard' });
export type Standard = z.infer<typeof Standard>;

const code = z.string().trim().max(200);
const fields = {
  code,
  statement: z.string().trim().min(1).max(20_000),
  short_statement: z.string().trim().max(2_000).nullable(),
  label: z.string().trim().max(200).nullable(),
  item_type: z.string().trim().max(200).nullable(),
  grade_levels: z.array(GradeLevel).max(14),
  subjects: z.array(z.string().trim().min(1).max(80)).max(20),
  assessable: z.boolean(),
  list_enumeration: z.string().trim().max(80).nullable(),
  notes: z.string().trim().max(20_000).nullable(),
  parent_id: id.nullable(),
  /** Place among its siblings, counted from 0; left out, the last. */
  position: z.int().min(0).max(100_000),
};

export const StandardCreate = z
  .strictObject({ ...fields, framework_id: id, school_id: id.nullable() })
  .partial()
  .required({ framework_id: true, statement: true });
export type StandardCreate = z.infer<typeof StandardCreate>;

/** Moving is naming another parent or position (PLN-83). */
export const StandardUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type StandardUpdate = z.infer<typeof StandardUpdate>;

export const StandardQuery = z.strictObject({
  ...pageQuery,
  framework_id: id.optional(),
  grade_level: GradeLevel.optional(),
  state: StandardState.optional(),
});
export type StandardQuery = z.infer<typeof StandardQuery>;

export const StandardSearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  framework_id: id.optional(),
  /** Only what this school subscribes to. */
  school_id: id.optional(),
  grade_level: GradeLevel.optional(),
  subject: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type StandardSearchQuery = z.infer<typeof StandardSearchQuery>;

export const StandardMatch = z.object({
  ...standardFields,
  framework_title: z.string(),
  parent_statement: z.string().nullable(),
  matched: z.enum(['code', 'code_beginning', 'words', 'parent_words']),
});
export type StandardMatch = z.infer<typeof StandardMatch>;

export const TreeQuery = z.strictObject({
  parent: id.optional(),
  unplaced: z.stringbool().default(false),
  grade_level: GradeLevel.optional(),
  subject: z.string().max(80).optional(),
  include_retired: z.stringbool().default(false),
});
export type TreeQuery = z.infer<typeof TreeQuery>;

const common = { rate: 'general', permission: 'standards.read' } as const;

export const getFrameworkTree = endpoint({
  ...common,
  name: 'standard_frameworks.tree',
  method: 'GET',
  path: '/standard_frameworks/{id}/tree',
  summary: 'One level of a framework: the roots, or the children of a standard',
  params: idParams,
  query: TreeQuery,
  replies: {
    200: z.object({
      breadcrumb: z.array(z.object({ id, code: z.string(), statement: z.string() })),
      data: z.array(StandardNode),
      unplaced_count: z.int(),
    }),
  },
});

export const listStandards = endpoint({
  ...common,
  name: 'standards.list',
  method: 'GET',
  path: '/standards',
  summary: 'Standards the caller may see, in order of code',
  query: StandardQuery,
  replies: { 200: page(StandardSummary) },
});

export const searchStandards = endpoint({
  ...common,
  rate: 'search',
  name: 'standards.search',
  method: 'GET',
  path: '/standards/search',
  summary: 'Standards by code or by words, exact codes first',
  query: StandardSearchQuery,
  replies: { 200: z.object({ data: z.array(StandardMatch) }) },
});

export const suggestStandards = endpoint({
  ...common,
  name: 'standards.suggest',
  method: 'GET',
  path: '/standards/suggestions',
  summary: 'What a picker offers before anything is typed: used here, used by the unit, recently used',
  query: z.strictObject({ plan_id: id.optional() }),
  replies: {
    200: z.object({
      used: z.array(StandardSummary),
      of_unit: z.array(StandardSummary),
      recent: z.array(StandardSummary),
      frameworks: z.array(z.object({ id, title: z.string() })),
      grade_levels: z.array(z.string()),
      subjects: z.array(z.string()),
    }),
  },
});

export const createStandard = endpoint({
  ...common,
  name: 'standards.create',
  method: 'POST',
  path: '/standards',
  summary: 'Add a standard to a framework of one’s own, or as a school’s extension of the district’s',
  permission: 'standards.create',
  body: StandardCreate,
  replies: { 201: Standard },
  errors: ['standard.code_taken'],
});

export const getStandard = endpoint({
  ...common,
  name: 'standards.get',
  method: 'GET',
  path: '/standards/{id}',
  summary: 'One standard with its place, its equivalents and what replaces it',
  params: idParams,
  replies: { 200: Standard },
});

export const updateStandard = endpoint({
  ...common,
  name: 'standards.update',
  method: 'PATCH',
  path: '/standards/{id}',
  summary: 'Change or move a standard',
  permission: 'standards.update',
  params: idParams,
  body: StandardUpdate,
  replies: { 200: Standard },
  errors: ['version_conflict', 'standard.code_taken'],
});

export const retireStandard = endpoint({
  ...common,
  name: 'standards.retire',
  method: 'POST',
  path: '/standards/{id}/retire',
  summary: 'Keep a standard where it is used and offer it no longer',
  permission: 'standards.update',
  params: idParams,
  replies: { 200: Standard },
});

export const reinstateStandard = endpoint({
  ...common,
  name: 'standards.reinstate',
  method: 'POST',
  path: '/standards/{id}/reinstate',
  summary: 'Offer a retired standard again',
  permission: 'standards.update',
  params: idParams,
  replies: { 200: Standard },
});

export const deleteStandard = endpoint({
  ...common,
  name: 'standards.delete',
  method: 'DELETE',
  path: '/standards/{id}',
  summary: 'Remove a standard that nothing is aligned to and that has none below it',
  permission: 'standards.update',
  params: idParams,
  replies: { 204: noContent },
  errors: ['standard.in_use'],
});
