import { UserQuery } from '@k12/contracts/identity/users';
import {
  type SearchPage,
  type SearchQuery,
  type SearchResult,
  type SuggestionGroup,
  searchKinds,
} from '@k12/contracts/planning/search';
import type { Transaction } from '@k12/db';
import { holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import { selectOptionalActiveYearId } from '../../identity/academic-years/academic-years.service.ts';
import { listUsers } from '../../identity/users/users.service.ts';
import { coursesOfActor } from '../../teaching/courses/course-access.service.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import { isLibraryStaff, resourceReach } from '../resources/resources.policy.ts';
import { isReadable } from '../resources/resources-records.service.ts';
import * as queries from './search.queries.ts';
import { readSnippets, readTyped } from './search.rules.ts';

const nothing: SearchPage = {
  data: [],
  next_cursor: null,
  total: 0,
  total_is_more: false,
  facets: { kind: [], subject: [], grade_level: [], state: [], tag: [], owner: [] },
  did_you_mean: null,
  wider_total: 0,
};

export async function search(context: Context, query: SearchQuery): Promise<SearchPage> {
  const typed = readTyped(query.q);
  if (!typed) return nothing;
  const { q: _, limit, cursor, ...filters } = query;
  const after = decodeCursor(cursor, 3);
  const kinds = query.kind ? [query.kind] : indexed;
  const { tenant_id } = context.actor;
  const found = await context.readTenant(async (tx) => {
    const seeing = await whatIsSeen(tx, context);
    const page = { limit, after, with_counts: !after };
    const asked = { tenant_id, typed, kinds, seeing, filters, page };
    const visible = await queries.findVisible(tx, asked);
    const snippets = await queries.selectSnippets(tx, tenant_id, typed, visible.rows.slice(0, limit));
    const isNarrow = query.kind !== undefined || Object.values(filters).some((value) => value !== undefined);
    const everywhere = { ...asked, kinds: indexed, filters: {}, page: { ...page, with_counts: false } };
    const wider =
      isNarrow && !after && visible.rows.length === 0 ? await queries.findVisible(tx, everywhere) : undefined;
    return { ...visible, snippets, wider };
  });
  const headlines = new Map(found.snippets.map((row) => [row.record_id, row.headline]));
  const shown = found.rows.slice(0, limit);
  const last = shown.at(-1);
  const people =
    !after && (!query.kind || query.kind === 'person') ? await findPeople(context, query.q, limit) : [];
  const meant = found.wider?.rows ?? shown;
  const nearly = meant.every((row) => row.place === 4) ? meant[0] : undefined;
  return {
    data: [
      ...(query.kind === 'person' ? people : people.slice(0, 5)),
      ...shown.map((row) => present(row, headlines.get(row.record_id) ?? '')),
    ],
    next_cursor:
      found.rows.length > limit && last
        ? encodeCursor([last.weight, last.record_updated_at, last.record_id])
        : null,
    total: found.total + people.length,
    total_is_more: found.total_is_more,
    facets: readFacets(found, people.length),
    did_you_mean: nearly?.title ?? null,
    wider_total: found.wider?.total ?? 0,
  };
}

/** The best few of each kind, without snippets: answers while somebody types (PLN-162). */
export async function suggest(context: Context, q: string): Promise<SuggestionGroup[]> {
  const typed = readTyped(q);
  if (!typed) return [];
  const found = await context.readTenant(async (tx) => {
    const seeing = await whatIsSeen(tx, context);
    const page = { limit: 40, after: undefined, with_counts: true };
    const { tenant_id } = context.actor;
    return queries.findVisible(tx, { tenant_id, typed, kinds: indexed, seeing, filters: {}, page });
  });
  const counts = new Map((found.counts.kind ?? []).map(({ value, count }) => [value, count]));
  const people = await findPeople(context, q, 5);
  const groups = searchKinds.map((kind) => {
    const results =
      kind === 'person' ? people : found.rows.filter((row) => row.kind === kind).map(presentShort);
    return { kind, count: counts.get(kind) ?? results.length, results: results.slice(0, 5) };
  });
  return groups.filter(({ count }) => count > 0);
}

const indexed = searchKinds.filter((kind) => kind !== 'person');

async function whatIsSeen(tx: Transaction, context: Context): Promise<queries.Seeing> {
  const { actor } = context;
  const isStaff = holds(actor, 'unit_plans.read');
  return {
    user_id: actor.user_id,
    plans: readablePlans(actor),
    standards: isStaff && holds(actor, 'standards.read'),
    resources: isLibraryStaff(actor) ? isReadable(resourceReach(actor)) : null,
    courses: holds(actor, 'courses.read') ? await coursesOfActor(tx, context, 'courses.read') : [],
    current_year_id: await selectOptionalActiveYearId(tx),
  };
}

/** People are asked for where their own rules are: names only, as far as the caller's reach goes. */
async function findPeople(context: Context, q: string, limit: number): Promise<SearchResult[]> {
  if (!holds(context.actor, 'users.read')) return [];
  const query = UserQuery.safeParse({ q, limit: Math.min(limit, 20) });
  // Longer than any name that list looks for.
  if (!query.success) return [];
  const { data } = await listUsers(context, query.data);
  return data.map((user) => ({
    kind: 'person',
    id: user.id,
    title: user.display_name,
    code: null,
    detail: user.roles.join(', '),
    state: user.state,
    subjects: [],
    grade_levels: [],
    owner_name: null,
    unit_plan_id: null,
    framework_id: null,
    updated_at: user.updated_at,
    snippets: [],
  }));
}

function readFacets(found: queries.Found, people: number): SearchPage['facets'] {
  const of = (name: string) =>
    (found.counts[name] ?? []).map(({ value, label, count }) => ({ value, label: label ?? value, count }));
  const kind = [...of('kind'), ...(people > 0 ? [{ value: 'person', label: 'person', count: people }] : [])];
  return {
    kind,
    subject: of('subject'),
    grade_level: of('grade_level'),
    state: of('state'),
    tag: of('tag'),
    owner: of('owner'),
  };
}

function presentShort(row: queries.FoundRow): Omit<SearchResult, 'snippets'> {
  return {
    kind: row.kind as SearchResult['kind'],
    id: row.record_id,
    title: row.title,
    code: row.code,
    detail: row.detail.slice(0, 300),
    state: row.state,
    subjects: row.subjects,
    grade_levels: row.grade_levels,
    owner_name: row.owner_name,
    unit_plan_id: row.unit_plan_id,
    framework_id: row.framework_id,
    updated_at: new Date(row.record_updated_at).toISOString(),
  };
}

function present(row: queries.FoundRow, headline: string): SearchResult {
  return { ...presentShort(row), snippets: readSnippets(headline) };
}
