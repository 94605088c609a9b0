import type { FrameworkQuery } from '@k12/contracts/planning/standard-frameworks';
import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import type { VisibleFrameworks } from './frameworks.policy.ts';

export type FrameworkRow = NonNullable<Awaited<ReturnType<typeof selectOptionalFramework>>>;

const listed = [
  'id',
  'identifier',
  'source_uri',
  'title',
  'creator',
  'publisher',
  'jurisdiction',
  'description',
  'subjects',
  'version',
  'adoption_status',
  'language',
  'licence',
  'scope',
  'school_id',
  'standards_count',
  'created_at',
  'updated_at',
  'imported_at',
  'lock_version',
] as const;

export function selectOptionalFramework(tx: Transaction, id: string) {
  return tx.selectFrom('standard_frameworks').select(listed).where('id', '=', id).executeTakeFirst();
}

export async function selectFramework(tx: Transaction, id: string): Promise<FrameworkRow> {
  const framework = await selectOptionalFramework(tx, id);
  if (!framework) throw new Problem('not_found');
  return framework;
}

export function selectByIdentifier(tx: Transaction, identifier: string) {
  return tx
    .selectFrom('standard_frameworks')
    .select(listed)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
}

export function selectSources(tx: Transaction, id: string) {
  return tx
    .selectFrom('standard_frameworks')
    .select(['document_source', 'definitions_source', 'package_source', 'content_hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export function listFrameworks(
  tx: Transaction,
  visible: VisibleFrameworks,
  query: Pick<FrameworkQuery, 'q' | 'scope' | 'limit'> & { ids?: string[] | undefined },
  after: Position,
): Promise<FrameworkRow[]> {
  let rows = tx
    .selectFrom('standard_frameworks')
    .select(listed)
    .limit(query.limit + 1);
  if (visible.schools !== 'all') {
    const { schools } = visible;
    rows = rows.where((eb) =>
      eb.or([eb('school_id', 'is', null), ...(schools.length > 0 ? [eb('school_id', 'in', schools)] : [])]),
    );
  }
  if (query.ids) rows = rows.where('id', 'in', query.ids);
  if (query.scope) rows = rows.where('scope', '=', query.scope);
  if (query.q) rows = rows.where('title', 'ilike', containing(query.q));
  return inOrderAfter(rows, ['title', 'id'], after).execute();
}

export interface FrameworkFields {
  title: string;
  creator: string;
  publisher: string;
  jurisdiction: string;
  description: string;
  subjects: string[];
  version: string;
  adoption_status: 'draft' | 'adopted' | 'deprecated' | 'private';
  language: string;
  licence: string;
}

type NewFramework = Changes<Omit<FrameworkFields, 'title'>> & {
  id: string;
  identifier: string;
  title: string;
  scope: 'platform' | 'district' | 'school';
  school_id: string | null;
  source_uri?: string | null;
  document_source?: string | null;
  definitions_source?: string | null;
  package_source?: string | null;
  content_hash?: string;
  created_by: string | null;
  created_at: string;
  imported_at?: string | null;
};

export function createFramework(tx: Transaction, framework: NewFramework): Promise<FrameworkRow> {
  return tx
    .insertInto('standard_frameworks')
    .values({ ...framework, updated_at: framework.created_at })
    .returning(listed)
    .executeTakeFirstOrThrow();
}

type FrameworkChanges = Changes<
  FrameworkFields & {
    identifier: string;
    source_uri: string | null;
    document_source: string | null;
    definitions_source: string | null;
    package_source: string | null;
    content_hash: string;
    imported_at: string;
  }
> & { updated_at: string };

/** Undefined when the version named is no longer the current one; null asks for no version. */
export function updateFramework(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: FrameworkChanges,
) {
  let update = tx
    .updateTable('standard_frameworks')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return update.returning(listed).executeTakeFirst();
}

/** Kept by whoever changes the number of standards, in the same transaction. */
export async function recountStandards(tx: Transaction, id: string): Promise<void> {
  await sql`
    update standard_frameworks
    set standards_count = (
      select count(*) from standards
      where standards.tenant_id = app.current_tenant() and standards.framework_id = standard_frameworks.id
        and standards.state = 'active'
    )
    where standard_frameworks.tenant_id = app.current_tenant() and standard_frameworks.id = ${id}::uuid`.execute(
    tx,
  );
}

/** Imports, subscriptions and associations go with it. */
export async function deleteFramework(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('standards').where('framework_id', '=', id).execute();
  await tx.deleteFrom('standard_frameworks').where('id', '=', id).execute();
}

export async function listSubscriptions(tx: Transaction, schoolId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('framework_subscriptions')
    .select('framework_id')
    .where('school_id', '=', schoolId)
    .orderBy('framework_id')
    .execute();
  return rows.map(({ framework_id }) => framework_id);
}

export async function replaceSubscriptions(
  tx: Transaction,
  schoolId: string,
  frameworkIds: string[],
  author: { created_by: string; created_at: string },
): Promise<void> {
  await tx.deleteFrom('framework_subscriptions').where('school_id', '=', schoolId).execute();
  if (frameworkIds.length === 0) return;
  await tx
    .insertInto('framework_subscriptions')
    .values(frameworkIds.map((framework_id) => ({ school_id: schoolId, framework_id, ...author })))
    .execute();
}

export async function listKnownIdentifiers(
  tx: Transaction,
  identifiers: readonly string[],
): Promise<string[]> {
  if (identifiers.length === 0) return [];
  const rows = await tx
    .selectFrom('standard_frameworks')
    .select('identifier')
    .where('identifier', 'in', [...identifiers])
    .execute();
  return rows.map(({ identifier }) => identifier);
}

/** Every standard of these frameworks by the names it has everywhere. */
export function listStandardNames(tx: Transaction, frameworkIdentifiers: readonly string[]) {
  if (frameworkIdentifiers.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('standards as standard')
    .innerJoin('standard_frameworks as framework', 'framework.id', 'standard.framework_id')
    .select(['standard.id', 'standard.identifier', 'framework.identifier as framework'])
    .where('framework.identifier', 'in', [...frameworkIdentifiers])
    .execute();
}
