import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { GradeLevel, PlanState } from './plan-records.ts';

export const searchKinds = [
  'unit',
  'lesson',
  'template',
  'document',
  'standard',
  'resource',
  'course',
  'person',
] as const;
export const SearchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof SearchKind>;

/** A piece of text with the found words marked; the client escapes it, nothing in it is markup (PLN-159). */
export const SnippetRun = z.object({ text: z.string(), found: z.boolean() });
export type SnippetRun = z.infer<typeof SnippetRun>;

export const SearchResult = z
  .object({
    kind: SearchKind,
    id,
    title: z.string(),
    code: z.string().nullable(),
    detail: z.string(),
    state: z.string().nullable(),
    subjects: z.array(z.string()),
    grade_levels: z.array(z.string()),
    owner_name: z.string().nullable(),
    /** Of a lesson: the unit it is in, for its address. */
    unit_plan_id: id.nullable(),
    framework_id: id.nullable(),
    updated_at: instant,
    snippets: z.array(z.array(SnippetRun)),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

const facetNames = ['kind', 'subject', 'grade_level', 'state', 'tag', 'owner'] as const;
export type FacetName = (typeof facetNames)[number];

export const SearchPage = z.object({
  data: z.array(SearchResult),
  next_cursor: z.string().nullable(),
  total: z.int(),
  /** More records matched than were looked at: the total is a lower bound. */
  total_is_more: z.boolean(),
  facets: z.object(
    Object.fromEntries(facetNames.map((name) => [name, z.array(FacetValue)])) as Record<
      FacetName,
      z.ZodArray<typeof FacetValue>
    >,
  ),
  /** A title that is nearly what was typed, when nothing has these words. */
  did_you_mean: z.string().nullable(),
  /** Nothing here, but so many without the filters (UXP-16). */
  wider_total: z.int(),
});
export type SearchPage = z.infer<typeof SearchPage>;

const filters = {
  subject: z.string().max(80).optional(),
  grade_level: GradeLevel.optional(),
  state: PlanState.optional(),
  tag: z.string().max(60).optional(),
  owner_id: id.optional(),
  framework_id: id.optional(),
  course_id: id.optional(),
  academic_year_id: id.optional(),
  updated_since: z.iso.date().optional(),
};

export const SearchQuery = z.strictObject({
  q: z.string().trim().max(200).default(''),
  kind: SearchKind.optional(),
  ...filters,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const search = endpoint({
  name: 'search.find',
  method: 'GET',
  path: '/search',
  summary: 'Everything the caller may open that has these words',
  permission: 'signed_in',
  rate: 'search',
  query: SearchQuery,
  replies: { 200: SearchPage },
});

export const SuggestQuery = z.strictObject({ q: z.string().trim().max(200).default('') });
export type SuggestQuery = z.infer<typeof SuggestQuery>;

export const SuggestionGroup = z.object({
  kind: SearchKind,
  count: z.int(),
  results: z.array(SearchResult.omit({ snippets: true })),
});
export type SuggestionGroup = z.infer<typeof SuggestionGroup>;

export const suggest = endpoint({
  name: 'search.suggest',
  method: 'GET',
  path: '/search/suggest',
  summary: 'The best few of each kind while somebody types',
  permission: 'signed_in',
  rate: 'general',
  query: SuggestQuery,
  replies: { 200: z.object({ groups: z.array(SuggestionGroup) }) },
});

const savedQuery = z.strictObject({
  q: z.string().trim().max(200),
  kind: SearchKind.optional(),
  ...filters,
});

export const SavedSearch = z
  .object({
    id,
    name: z.string(),
    query: savedQuery,
    /** New matches by mail once a week. */
    digest: z.boolean(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
  })
  .meta({ id: 'SavedSearch' });
export type SavedSearch = z.infer<typeof SavedSearch>;

const savedFields = { name: z.string().trim().min(1).max(80), query: savedQuery, digest: z.boolean() };
export const SavedSearchCreate = z.strictObject(savedFields).partial({ digest: true });
export type SavedSearchCreate = z.infer<typeof SavedSearchCreate>;
export const SavedSearchUpdate = z.strictObject(savedFields).partial().extend({ lock_version: lockVersion });
export type SavedSearchUpdate = z.infer<typeof SavedSearchUpdate>;

const saved = { permission: 'signed_in', rate: 'general' } as const;

export const listSavedSearches = endpoint({
  ...saved,
  name: 'saved_searches.list',
  method: 'GET',
  path: '/saved_searches',
  summary: 'One’s own saved searches',
  replies: { 200: z.object({ data: z.array(SavedSearch) }) },
});

export const createSavedSearch = endpoint({
  ...saved,
  name: 'saved_searches.create',
  method: 'POST',
  path: '/saved_searches',
  summary: 'Keep a search under a name',
  body: SavedSearchCreate,
  replies: { 201: SavedSearch },
  errors: ['conflict'],
});

export const updateSavedSearch = endpoint({
  ...saved,
  name: 'saved_searches.update',
  method: 'PATCH',
  path: '/saved_searches/{id}',
  summary: 'Change a saved search',
  params: idParams,
  body: SavedSearchUpdate,
  replies: { 200: SavedSearch },
  errors: ['version_conflict', 'conflict'],
});

export const deleteSavedSearch = endpoint({
  ...saved,
  name: 'saved_searches.delete',
  method: 'DELETE',
  path: '/saved_searches/{id}',
  summary: 'Forget a saved search',
  params: idParams,
  replies: { 204: noContent },
});
