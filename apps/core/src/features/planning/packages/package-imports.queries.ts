import type { PackageCounts, PackageProblem } from '@k12/contracts/planning/plan-packages';
import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';

export type ImportRow = NonNullable<Awaited<ReturnType<typeof selectOptionalImport>>>;

export function selectOptionalImport(tx: Transaction, id: string) {
  return tx.selectFrom('plan_package_imports').selectAll().where('id', '=', id).executeTakeFirst();
}

type New<T extends keyof Database> = Omit<Insertable<Database[T]>, 'tenant_id'>;

export function createImport(tx: Transaction, row: New<'plan_package_imports'>): Promise<ImportRow> {
  return tx.insertInto('plan_package_imports').values(row).returningAll().executeTakeFirstOrThrow();
}

export interface ImportChanges {
  state: ImportRow['state'];
  title?: string | null;
  counts?: PackageCounts | null;
  problems?: PackageProblem[];
  errors_count?: number;
  plan_ids?: string[];
  updated_at: string;
  finished_at?: string | null;
}

/** Undefined when the import is in none of these states any more: somebody was faster. */
export function updateImport(
  tx: Transaction,
  id: string,
  from: readonly ImportRow['state'][],
  { counts, problems, ...changes }: ImportChanges,
): Promise<ImportRow | undefined> {
  return tx
    .updateTable('plan_package_imports')
    .set({
      ...changes,
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(problems === undefined ? {} : { problems: JSON.stringify(problems) }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .returningAll()
    .executeTakeFirst();
}

const chunk = 200;

/** Rows of one table, some at a time: a package may bring thousands. */
async function insertAll<T extends keyof Database>(
  tx: Transaction,
  table: T,
  rows: readonly New<T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + chunk) as never)
      .execute();
}

export interface PackageRows {
  files: New<'files'>[];
  resources: New<'resources'>[];
  resource_versions: New<'resource_versions'>[];
  units: New<'plans'>[];
  lessons: New<'plans'>[];
  drafts: New<'plan_drafts'>[];
  versions: New<'plan_versions'>[];
  version_alignments: New<'plan_version_alignments'>[];
  alignments: New<'standard_alignments'>[];
  attachments: New<'resource_attachments'>[];
}

/** In the order that what refers to something finds it there. */
export async function insertPackage(tx: Transaction, rows: PackageRows): Promise<void> {
  await insertAll(tx, 'files', rows.files);
  await insertAll(tx, 'resources', rows.resources);
  await insertAll(tx, 'resource_versions', rows.resource_versions);
  await insertAll(tx, 'plans', rows.units);
  await insertAll(tx, 'plans', rows.lessons);
  await insertAll(tx, 'plan_drafts', rows.drafts);
  await insertAll(tx, 'plan_versions', rows.versions);
  await insertAll(tx, 'plan_version_alignments', rows.version_alignments);
  await insertAll(tx, 'standard_alignments', rows.alignments);
  await insertAll(tx, 'resource_attachments', rows.attachments);
}
