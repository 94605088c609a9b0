import type { SearchQuery } from '@k12/contracts/planning/search';
import type { Transaction } from '@k12/db';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Position } from '../../../platform/in-order-after.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';
import { foundMarks, hiddenBrackets, type TypedSearch } from './search.rules.ts';

/**
 * So many matches are weighed, the newest first; more than that and the total is a lower bound. Where too few of the
 * first may be seen to fill the page, more are. The order of words is read in each text that has them, so of phrases
 * fewer are.
 */
const candidateLimits = { words: 500, phrases: 200, all: 20_000 } as const;

export interface Seeing {
  user_id: string | null;
  plans: PlanCondition;
  standards: boolean;
  /** Which resources, as a condition on the table `resources`; null for those who see none. */
  resources: Expression<SqlBool> | null;
  /** Ids of courses, or all of them. */
  courses: 'all' | string[];
  current_year_id: string | null;
}

export type SearchFilters = Omit<SearchQuery, 'q' | 'limit' | 'cursor'>;

export interface FoundRow {
  kind: string;
  record_id: string;
  place: number;
  weight: number;
  title: string;
  code: string | null;
  detail: string;
  state: string | null;
  subjects: string[];
  grade_levels: string[];
  owner_name: string | null;
  unit_plan_id: string | null;
  framework_id: string | null;
  record_updated_at: string;
}

export interface Found {
  rows: FoundRow[];
  total: number;
  /** More matched than were weighed. */
  total_is_more: boolean;
  counts: Record<string, { value: string; label: string | null; count: number }[]>;
}

export interface Asked {
  tenant_id: string;
  typed: TypedSearch;
  kinds: readonly string[];
  seeing: Seeing;
  filters: SearchFilters;
  page: { limit: number; after: Position; with_counts: boolean };
}

export async function findVisible(tx: Transaction, asked: Asked): Promise<Found> {
  const { words, phrases, all } = candidateLimits;
  const found = await findAmong(tx, asked, asked.typed.typed.includes('"') ? phrases : words);
  const isFull = found.rows.length > asked.page.limit;
  return found.total_is_more && !isFull ? findAmong(tx, asked, all) : found;
}

/**
 * One statement: candidates by words, then only those the actor may see, then ranking, counting and the page. What may
 * not be seen is out before anything is counted (PLN-156, PLN-157).
 */
async function findAmong(tx: Transaction, asked: Asked, most: number): Promise<Found> {
  const { tenant_id: tenantId, typed, kinds, seeing, filters, page } = asked;
  const counts = page.with_counts ? facetCounts() : sql`'{}'::jsonb`;
  const result = await sql<Found>`
    with candidates as materialized (
      select kind, record_id, min(place) as place
      from app.search_candidates(
        ${tenantId}::uuid, ${typed.typed}, ${typed.last_word}, ${typed.excluded as string[]}::text[], ${typed.folded}, ${typed.code},
        ${kinds as string[]}::text[], ${most}
      )
      group by kind, record_id
    ), visible as materialized (
      select c.kind, c.record_id, c.place, d.title, d.code, d.detail, d.state, d.subjects, d.grade_levels, d.tags,
        d.framework_id, d.owner_id, d.record_updated_at, plans.unit_plan_id,
        c.place * 10
          - case when d.owner_id = ${seeing.user_id}::uuid then 4 else 0 end
          - case when d.academic_year_id = ${seeing.current_year_id}::uuid then 2 else 0 end
          - case when plans.published_version_id is not null then 1 else 0 end as weight
      from candidates c
      join search_documents d
        on d.tenant_id = ${tenantId}::uuid and d.kind = c.kind and d.record_id = c.record_id
      left join plans
        on plans.tenant_id = ${tenantId}::uuid and plans.id = c.record_id
        and c.kind in ('unit', 'lesson', 'template', 'document')
      where ${isVisible(tenantId, seeing)} and ${passes(filters)}
    ), page as (
      select v.*, nullif(trim(concat(coalesce(owner.preferred_name, owner.given_name), ' ', owner.family_name)), '') as owner_name
      from visible v
      left join users owner on owner.tenant_id = ${tenantId}::uuid and owner.id = v.owner_id
      where ${isAfter(page.after)}
      order by v.weight, v.record_updated_at desc, v.record_id
      limit ${page.limit + 1}
    )
    select
      (select count(*)::integer from visible) as total,
      (select count(*) >= ${most} from candidates) as total_is_more,
      ${counts} as counts,
      coalesce((select jsonb_agg(to_jsonb(p) order by p.weight, p.record_updated_at desc, p.record_id) from page p), '[]') as rows
  `.execute(tx);
  return result.rows[0] as Found;
}

function isVisible(tenantId: string, seeing: Seeing): RawBuilder<SqlBool> {
  const courses =
    seeing.courses === 'all'
      ? sql<SqlBool>`true`
      : sql<SqlBool>`c.record_id = any(${seeing.courses}::uuid[])`;
  const resources = seeing.resources
    ? sql<SqlBool>`exists (select from resources where resources.tenant_id = ${tenantId}::uuid
        and resources.id = c.record_id and resources.deleted_at is null
        and ${seeing.resources})`
    : sql<SqlBool>`false`;
  return sql<SqlBool>`case
    when c.kind = 'standard' then ${seeing.standards}::boolean
    when c.kind = 'resource' then ${resources}
    when c.kind = 'course' then ${courses}
    else plans.id is not null and ${seeing.plans} end`;
}

function passes(filters: SearchFilters): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (filters.subject) conditions.push(sql`${filters.subject} = any(d.subjects)`);
  if (filters.grade_level) conditions.push(sql`${filters.grade_level} = any(d.grade_levels)`);
  if (filters.tag) conditions.push(sql`${filters.tag} = any(d.tags)`);
  if (filters.state) conditions.push(sql`d.state = ${filters.state}`);
  if (filters.owner_id) conditions.push(sql`d.owner_id = ${filters.owner_id}::uuid`);
  if (filters.framework_id) conditions.push(sql`d.framework_id = ${filters.framework_id}::uuid`);
  if (filters.course_id) conditions.push(sql`d.course_id = ${filters.course_id}::uuid`);
  if (filters.academic_year_id) conditions.push(sql`d.academic_year_id = ${filters.academic_year_id}::uuid`);
  if (filters.updated_since) conditions.push(sql`d.record_updated_at >= ${filters.updated_since}::date`);
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`true`;
}

function isAfter(after: Position): RawBuilder<SqlBool> {
  if (!after) return sql`true`;
  const [weight, updated, id] = after;
  return sql`(v.weight > ${weight}::integer or (v.weight = ${weight}::integer
    and (v.record_updated_at < ${updated}::timestamptz
      or (v.record_updated_at = ${updated}::timestamptz and v.record_id > ${id}::uuid))))`;
}

function facetCounts(): RawBuilder<unknown> {
  const top = sql`order by count desc, value limit 12`;
  const of = (values: RawBuilder<unknown>) => sql`(
    select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (
      select value, value as label, count(*)::integer as count from visible v, ${values} group by value ${top}
    ) f)`;
  return sql`jsonb_build_object(
    'kind', ${of(sql`lateral (select v.kind as value) x`)},
    'state', ${of(sql`lateral (select v.state as value where v.state is not null) x`)},
    'subject', ${of(sql`unnest(v.subjects) as x (value)`)},
    'grade_level', ${of(sql`unnest(v.grade_levels) as x (value)`)},
    'tag', ${of(sql`unnest(v.tags) as x (value)`)},
    'owner', ${of(sql`lateral (select v.owner_id::text as value where v.owner_id is not null) x`)}
  )`;
}

/** Up to three fragments of each record's text around the words, for the page that is shown. */
export async function selectSnippets(
  tx: Transaction,
  tenantId: string,
  typed: TypedSearch,
  found: readonly { kind: string; record_id: string }[],
): Promise<{ record_id: string; headline: string }[]> {
  if (found.length === 0) return [];
  const { start, stop, between } = foundMarks;
  const options = `StartSel=${start}, StopSel=${stop}, FragmentDelimiter=${between}, MaxFragments=3, MaxWords=18, MinWords=6`;
  const config = sql`case d.language when 'es' then 'spanish' when 'fr' then 'french' when 'ar' then 'arabic'
    else 'english' end::regconfig`;
  const words = [typed.typed, typed.last_word].filter(Boolean).join(' ');
  const result = await sql<{ record_id: string; headline: string }>`
    select d.record_id,
      ts_headline(${config}, translate(left(concat_ws(' ', d.detail, d.body), 40000), '<>', ${hiddenBrackets}),
        websearch_to_tsquery(${config}, ${words}), ${options}) as headline
    from search_documents d
    where d.tenant_id = ${tenantId}::uuid
      and (d.kind, d.record_id) in (${sql.join(found.map((row) => sql`(${row.kind}, ${row.record_id}::uuid)`))})
  `.execute(tx);
  return result.rows;
}
