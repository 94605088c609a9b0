import type { StandardSearchQuery } from '@k12/contracts/planning/standards';
import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';
import { codeKeys, normalizeStandardCode } from './code-keys.rules.ts';
import type { SummaryRow } from './standards.queries.ts';

export type MatchRow = SummaryRow & {
  framework_title: string;
  parent_statement: string | null;
  rank: number;
};

interface Scope {
  schools: 'all' | string[];
  /** Null is every framework. */
  framework_ids: string[] | null;
}

const endOfText = '\u{10ffff}';

/**
 * Codes first: the same code, then those that begin with it; then words of the statement, then words of the parent.
 * Codes are compared through rows of keys with a plain index, which row-level security lets the database use.
 */
export async function searchStandards(
  tx: Transaction,
  scope: Scope,
  query: StandardSearchQuery,
): Promise<MatchRow[]> {
  const typed = codeKeys(query.q);
  const whole = normalizeStandardCode(query.q);
  const conditions = conditionsOf(scope, query);
  const { rows } = await sql<MatchRow>`
    with by_code as (
      select standard_id as id, case when code_key = any(${typed}::text[]) then 1 else 2 end as rank
      from standard_code_keys
      where tenant_id = app.current_tenant() and (
        code_key = any(${typed}::text[])
        or (code_key >= ${whole} collate "C" and code_key < ${whole + endOfText} collate "C" and ${whole.length > 1}::boolean)
      )
      limit 400
    ), by_words as materialized (
      select standard.id
      from standards standard
      where standard.tenant_id = app.current_tenant() and ${conditions} and standard.words @@ (
        websearch_to_tsquery('english', ${query.q}) || websearch_to_tsquery('spanish', ${query.q})
        || websearch_to_tsquery('french', ${query.q}) || websearch_to_tsquery('arabic', ${query.q})
        || websearch_to_tsquery('simple', ${query.q})
      )
      limit 400
    ), below_words as materialized (
      select child.id
      from by_words
      join standards child on child.tenant_id = app.current_tenant() and child.parent_id = by_words.id
      limit 400
    ), found as (
      select id, rank from by_code
      union all select id, 3 from by_words
      union all select id, 4 from below_words
    ), best as (
      select id, min(rank) as rank from found group by id
    )
    select standard.id, standard.framework_id, standard.identifier, standard.parent_id, standard.position,
      standard.depth, standard.is_leaf, standard.is_unplaced, standard.code, standard.statement,
      standard.short_statement, standard.label, standard.item_type, standard.education_levels,
      standard.grade_levels, standard.subjects, standard.assessable, standard.list_enumeration, standard.state,
      standard.school_id, standard.lock_version, framework.title as framework_title,
      parent.statement as parent_statement, best.rank
    from best
    join standards standard on standard.tenant_id = app.current_tenant() and standard.id = best.id
    join standard_frameworks framework
      on framework.tenant_id = app.current_tenant() and framework.id = standard.framework_id
    left join standards parent on parent.tenant_id = app.current_tenant() and parent.id = standard.parent_id
    where standard.tenant_id = app.current_tenant() and ${conditions} and (${scope.schools === 'all'}::boolean or framework.school_id is null
      or framework.school_id = any(${scope.schools === 'all' ? [] : scope.schools}::uuid[]))
    order by best.rank, length(standard.code_normalized), standard.code_normalized, standard.id
    limit ${query.limit}`.execute(tx);
  return rows;
}

function conditionsOf({ schools, framework_ids }: Scope, query: StandardSearchQuery): RawBuilder<boolean> {
  const all = [sql<boolean>`standard.tenant_id = app.current_tenant() and standard.state = 'active'`];
  if (framework_ids) all.push(sql`standard.framework_id = any(${framework_ids}::uuid[])`);
  if (schools !== 'all')
    all.push(sql`(standard.school_id is null or standard.school_id = any(${schools}::uuid[]))`);
  if (query.grade_level)
    all.push(
      sql`(cardinality(standard.grade_levels) = 0 or ${query.grade_level} = any(standard.grade_levels))`,
    );
  if (query.subject)
    all.push(sql`(cardinality(standard.subjects) = 0 or ${query.subject} = any(standard.subjects))`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** What somebody aligned last, newest first, each standard once. */
export async function listRecentIds(tx: Transaction, userId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ standard_id: string }>`
    select standard_id, max(created_at) as latest_at
    from (
      select standard_id, created_at from standard_alignments
      where tenant_id = app.current_tenant() and created_by = ${userId}::uuid
      order by created_at desc limit 200
    ) recent
    group by standard_id order by latest_at desc limit ${limit}`.execute(tx);
  return rows.map(({ standard_id }) => standard_id);
}

export async function listAlignedIds(tx: Transaction, targetIds: readonly string[]): Promise<string[]> {
  if (targetIds.length === 0) return [];
  const rows = await tx
    .selectFrom('standard_alignments')
    .select('standard_id')
    .distinct()
    .where('target_id', 'in', targetIds)
    .execute();
  return rows.map(({ standard_id }) => standard_id);
}
