import type { Database, Transaction } from '@k12/db';
import { sql } from 'kysely';
import { fold, foldCode, textOf, withoutMarks } from './search.rules.ts';

export const indexedKinds = ['plan', 'standard', 'course', 'resource'] as const;
export type IndexedKind = (typeof indexedKinds)[number];

type DocumentKind = Database['search_documents']['kind'] & string;

export interface SearchDocument {
  kind: DocumentKind;
  record_id: string;
  title: string;
  code: string | null;
  detail: string;
  body: string;
  language: string;
  subjects: string[];
  grade_levels: string[];
  state: string | null;
  tags: string[];
  school_id: string | null;
  owner_id: string | null;
  academic_year_id: string | null;
  framework_id: string | null;
  course_id: string | null;
  record_updated_at: string;
}

/** Where in time the last pass ended, and the key it ended at: changes of one instant may not fit in one batch. */
export interface Position {
  at: string;
  id: string;
}

const noText = {
  code: null,
  detail: '',
  tags: [] as string[],
  owner_id: null,
  framework_id: null,
  course_id: null,
};

const sources: Record<
  IndexedKind,
  (tx: Transaction, after: Position, most: number) => Promise<(SearchDocument & { changed_at: string })[]>
> = {
  plan: async (tx, after, most) => {
    const rows = await tx
      .selectFrom('plans')
      .innerJoin('plan_drafts as draft', 'draft.plan_id', 'plans.id')
      .select([
        'plans.id',
        'plans.kind',
        'plans.title',
        'plans.subjects',
        'plans.grade_levels',
        'plans.state',
        'plans.tags',
        'plans.school_id',
        'plans.owner_id',
        'plans.academic_year_id',
        'plans.course_id',
        'plans.language',
        'plans.description',
        'draft.content',
        sql<string>`greatest(${sql.ref('plans.updated_at')}, ${sql.ref('draft.last_edited_at')})`.as(
          'changed_at',
        ),
      ])
      .where('plans.deleted_at', 'is', null)
      .where(sql<boolean>`(greatest(${sql.ref('plans.updated_at')}, ${sql.ref('draft.last_edited_at')}), ${sql.ref('plans.id')})
        > (${after.at}::timestamptz, ${after.id}::uuid)`)
      .where((eb) =>
        eb.or([eb('plans.updated_at', '>=', after.at), eb('draft.last_edited_at', '>=', after.at)]),
      )
      .orderBy('changed_at')
      .orderBy('plans.id')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      ...row,
      ...noText,
      tags: row.tags,
      owner_id: row.owner_id,
      course_id: row.course_id,
      record_id: row.id,
      detail: row.description ?? '',
      body: textOf(row.content),
      record_updated_at: row.changed_at,
    }));
  },
  standard: async (tx, after, most) => {
    const rows = await tx
      .selectFrom('standards')
      .innerJoin('standard_frameworks as framework', 'framework.id', 'standards.framework_id')
      .leftJoin('standards as parent', 'parent.id', 'standards.parent_id')
      .select([
        'standards.id',
        'standards.code',
        'standards.statement',
        'standards.short_statement',
        'standards.grade_levels',
        'standards.state',
        'standards.notes',
        'standards.language',
        'standards.framework_id',
        'standards.updated_at',
        'standards.school_id',
        'framework.title as framework_title',
        'standards.subjects',
        'framework.subjects as framework_subjects',
        'parent.statement as parent_statement',
      ])
      .where(sql<boolean>`(${sql.ref('standards.updated_at')}, ${sql.ref('standards.id')})
        > (${after.at}::timestamptz, ${after.id}::uuid)`)
      .orderBy('standards.updated_at')
      .orderBy('standards.id')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      ...noText,
      kind: 'standard',
      record_id: row.id,
      title: row.short_statement ?? row.statement.slice(0, 500),
      code: row.code || null,
      detail: row.framework_title,
      body: [row.code, row.statement, row.notes, row.parent_statement].filter(Boolean).join(' '),
      language: row.language,
      // A framework of several subjects says nothing of one standard, unless the standard says nothing itself.
      subjects: row.subjects.length > 0 ? row.subjects : row.framework_subjects,
      grade_levels: row.grade_levels,
      state: row.state,
      school_id: row.school_id,
      academic_year_id: null,
      framework_id: row.framework_id,
      record_updated_at: row.updated_at,
      changed_at: row.updated_at,
    }));
  },
  resource: async (tx, after, most) => {
    const rows = await tx
      .selectFrom('resources')
      .select(['id', 'title', 'description', 'url', 'tags', 'state', 'school_id', 'owner_id', 'updated_at'])
      .where('deleted_at', 'is', null)
      .where(
        sql<boolean>`(${sql.ref('updated_at')}, ${sql.ref('id')}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
      )
      .orderBy('updated_at')
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      ...noText,
      kind: 'resource',
      record_id: row.id,
      title: row.title,
      detail: row.url ?? '',
      body: row.description,
      language: 'en',
      subjects: [],
      grade_levels: [],
      state: row.state,
      tags: row.tags,
      school_id: row.school_id,
      owner_id: row.owner_id,
      academic_year_id: null,
      record_updated_at: row.updated_at,
      changed_at: row.updated_at,
    }));
  },
  course: async (tx, after, most) => {
    const rows = await tx
      .selectFrom('courses')
      .select([
        'id',
        'name',
        'code',
        'subject',
        'grade_levels',
        'state',
        'school_id',
        'academic_year_id',
        'updated_at',
        'description',
      ])
      .select((eb) =>
        eb
          .selectFrom('academic_years as year')
          .select('year.name')
          .whereRef('year.id', '=', 'courses.academic_year_id')
          .as('year_name'),
      )
      .where('state', '<>', 'deleted')
      .where(
        sql<boolean>`(${sql.ref('updated_at')}, ${sql.ref('id')}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
      )
      .orderBy('updated_at')
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      ...noText,
      kind: 'course',
      record_id: row.id,
      title: row.name,
      code: row.code || null,
      detail: row.year_name ?? '',
      body: textOf(row.description),
      language: 'en',
      subjects: row.subject ? [row.subject] : [],
      grade_levels: row.grade_levels,
      state: row.state,
      school_id: row.school_id,
      academic_year_id: row.academic_year_id,
      course_id: row.id,
      record_updated_at: row.updated_at,
      changed_at: row.updated_at,
    }));
  },
};

export function listChanged(tx: Transaction, kind: IndexedKind, after: Position, most: number) {
  return sources[kind](tx, after, most);
}

const configOf: Record<string, string> = { en: 'english', es: 'spanish', fr: 'french', ar: 'arabic' };

/** Unstemmed beside stemmed: the last word of a search is compared as it is typed. */
function wordsOf(language: string, text: string) {
  const config = configOf[language.slice(0, 2)] ?? 'simple';
  return sql<string>`(to_tsvector(${config}::regconfig, ${text}) || to_tsvector('simple', ${text}))`;
}

function rowOf(document: SearchDocument, indexedAt: string) {
  const title = withoutMarks(document.title);
  const titleText = fold([title, document.code ?? ''].join(' '));
  const tail = fold([document.detail, document.tags.join(' '), document.body].join(' '));
  const { kind, record_id, code, language, subjects, grade_levels, state, tags } = document;
  const { school_id, owner_id, academic_year_id, framework_id, course_id, record_updated_at } = document;
  return {
    kind,
    record_id,
    title,
    title_folded: fold(title),
    code,
    code_folded: code ? foldCode(code) : null,
    detail: withoutMarks(document.detail),
    body: withoutMarks(document.body),
    language,
    title_words: wordsOf(language, titleText),
    all_words: wordsOf(language, `${titleText} ${tail}`),
    subjects,
    grade_levels,
    state,
    tags,
    school_id,
    owner_id,
    academic_year_id,
    framework_id,
    course_id,
    record_updated_at,
    indexed_at: indexedAt,
  };
}

export async function putDocuments(
  tx: Transaction,
  documents: readonly SearchDocument[],
  indexedAt: string,
): Promise<void> {
  const rows = documents.map((document) => rowOf(document, indexedAt));
  const [first] = rows;
  if (!first) return;
  const changing = (Object.keys(first) as (keyof typeof first)[]).filter(
    (column) => column !== 'kind' && column !== 'record_id',
  );
  await tx
    .insertInto('search_documents')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'record_id'])
        .doUpdateSet((eb) =>
          Object.fromEntries(changing.map((column) => [column, eb.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
}

const beginning: Position = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export async function selectProgress(tx: Transaction, kind: IndexedKind): Promise<Position> {
  const row = await tx
    .selectFrom('search_progress')
    .select('indexed_through_at')
    .where('kind', '=', kind)
    .executeTakeFirst();
  // A change is stamped before it is committed, so one that was slow to commit may lie behind the last pass.
  return row
    ? { at: new Date(Date.parse(row.indexed_through_at) - 15_000).toISOString(), id: beginning.id }
    : beginning;
}

export async function putProgress(tx: Transaction, kind: IndexedKind, throughAt: string): Promise<void> {
  await tx
    .insertInto('search_progress')
    .values({ kind, indexed_through_at: throughAt })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind'])
        .doUpdateSet((eb) => ({ indexed_through_at: eb.ref('excluded.indexed_through_at') })),
    )
    .execute();
}

export async function forgetProgress(tx: Transaction): Promise<void> {
  await tx.deleteFrom('search_progress').execute();
}

/** Words of records that are gone; results never show them anyway, because the record is asked each time. */
export async function deleteOrphans(tx: Transaction): Promise<void> {
  await tx
    .deleteFrom('search_documents')
    .where('kind', 'in', ['unit', 'lesson', 'template', 'document'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plans')
            .select('plans.id')
            .whereRef('plans.id', '=', 'search_documents.record_id')
            .where('plans.deleted_at', 'is', null),
        ),
      ),
    )
    .execute();
  await tx
    .deleteFrom('search_documents')
    .where('kind', '=', 'resource')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('resources')
            .select('resources.id')
            .whereRef('resources.id', '=', 'search_documents.record_id')
            .where('resources.deleted_at', 'is', null),
        ),
      ),
    )
    .execute();
  await tx
    .deleteFrom('search_documents')
    .where('kind', '=', 'standard')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('standards')
            .select('standards.id')
            .whereRef('standards.id', '=', 'search_documents.record_id'),
        ),
      ),
    )
    .execute();
}
