import type { ColumnMapping } from '@k12/contracts/planning/standard-imports';
import { isUniqueViolation, newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { hashOf } from './case-item.rules.ts';
import * as frameworks from './frameworks.queries.ts';
import type { ImportPlan } from './import-plan.rules.ts';
import { type ImportProblems, UnreadableFile } from './import-problems.ts';
import * as queries from './imports.queries.ts';
import { readCase } from './read-case.ts';
import { readCsv } from './read-csv.ts';
import type { FoundDocument, ReadFramework } from './read-records.ts';
import { buildTree, type PlacedItem } from './standard-tree.rules.ts';
import { withTableFiles } from './table-files.service.ts';
import type { TableFile } from './table-rows.ts';
import { type Planned, planFor, writePlanned } from './write-framework.service.ts';

/** Somebody gave the import up while it ran: everything of it is rolled back. */
class GivenUp extends Error {}

export interface ReadResult {
  read: ReadFramework;
  placed: PlacedItem[];
  problems: ImportProblems;
  /** What the framework is, or will be, called across imports. */
  identifier: string;
  documents: FoundDocument[];
  columns: { name: string; samples: string[] }[] | null;
  mapping: ColumnMapping | null;
}

/** Reads the file and says what it would change; nothing but the import itself is written (PLN-76). */
export async function runPreview(context: Context, importId: string): Promise<void> {
  const started = await step(context, importId, ['waiting', 'reading'], {
    state: 'reading',
    done_count: 0,
    fault: null,
  });
  if (!started) return;
  await reporting(context, importId, started, async (row) => {
    const result = await readFile(context, row, progressOf(context, importId, 'reading'));
    await context.withTenant(async (tx) => {
      const framework = await targetOf(tx, row, result.identifier);
      const { plan, associations } = await planFor(tx, framework?.id ?? null, result);
      result.problems.close();
      await queries.replaceProblems(tx, importId, result.problems.faults);
      const done = await queries.updateImport(tx, importId, ['reading'], {
        state: 'previewed',
        ...described(result),
        framework_id: framework?.id ?? row.framework_id,
        counts: JSON.stringify(countsOf(plan, associations, result.problems)),
        done_count: result.placed.length,
        total_count: result.placed.length,
        updated_at: now(context),
      });
      if (!done) throw new GivenUp();
    });
  });
}

/** Everything in one transaction: all good rows, or nothing (PLN-76, PLN-77). */
export async function runApply(context: Context, importId: string): Promise<void> {
  const started = await step(context, importId, ['applying'], { done_count: 0 });
  if (!started) return;
  await reporting(context, importId, started, async (row) => {
    const progress = progressOf(context, importId, 'applying');
    const result = await readFile(context, row, async () => progress(0));
    const frameworkId = await context.withTenant((tx) => apply(tx, context, row, result, progress));
    context.platform.log.info({ import_id: importId, framework_id: frameworkId }, 'standards imported');
  });
}

async function apply(
  tx: Transaction,
  context: Context,
  row: queries.ImportRow,
  result: ReadResult,
  progress: (done: number, total?: number) => Promise<void>,
): Promise<string> {
  const at = now(context);
  const existing = await targetOf(tx, row, result.identifier);
  if (existing) await queries.lockFramework(tx, existing.id);
  const { plan, associations } = await planFor(tx, existing?.id ?? null, result);
  const framework = existing ?? (await createFramework(tx, row, result, at));
  const total = plan.writes.length + associations.write.length;
  const settings = { framework_id: framework.id, language: framework.language, now: at };
  await writePlanned(tx, { plan, associations }, settings, progress);
  const isChanged = await finishFramework(
    tx,
    framework.id,
    existing !== undefined,
    result,
    { plan, associations },
    at,
  );
  const done = await queries.updateImport(tx, row.id, ['applying'], {
    state: 'applied',
    framework_id: framework.id,
    counts: JSON.stringify(countsOf(plan, associations, result.problems)),
    done_count: total,
    total_count: total,
    finished_at: at,
    updated_at: at,
  });
  if (!done) throw new GivenUp();
  await tell(tx, context, framework, row, plan, isChanged);
  return framework.id;
}

async function finishFramework(
  tx: Transaction,
  id: string,
  existed: boolean,
  result: ReadResult,
  { plan, associations }: Planned,
  at: string,
): Promise<boolean> {
  const { document } = result.read;
  const content_hash = documentHash(result);
  const before = existed ? await frameworks.selectSources(tx, id) : null;
  const documentChanged = document !== null && before !== null && before.content_hash !== content_hash;
  const touched =
    plan.writes.length +
    plan.places.length +
    plan.retire.length +
    plan.remove.length +
    associations.write.length +
    associations.remove.length;
  if (existed && !documentChanged && touched === 0) return false;
  const described = documentChanged && document ? { ...document, content_hash } : {};
  await frameworks.updateFramework(tx, id, null, { ...described, imported_at: at, updated_at: at });
  await frameworks.recountStandards(tx, id);
  return true;
}

async function tell(
  tx: Transaction,
  context: Context,
  framework: frameworks.FrameworkRow,
  row: queries.ImportRow,
  plan: ImportPlan,
  isChanged: boolean,
): Promise<void> {
  await recordAudit(tx, context, {
    action: 'standard_import.applied',
    target_type: 'standard_framework',
    target_id: framework.id,
    school_id: framework.school_id,
    changes: { import_id: row.id, started_by: row.created_by, ...plan.counts },
  });
  if (!isChanged) return;
  await publishEvent(tx, context, 'standards.framework_updated', { framework_id: framework.id });
  for (const standard_id of plan.retire)
    await publishEvent(tx, context, 'standard.retired', { framework_id: framework.id, standard_id });
}

export function createFramework(
  tx: Transaction,
  row: Pick<queries.ImportRow, 'title' | 'file_name' | 'school_id' | 'created_by'>,
  result: ReadResult,
  at: string,
): Promise<frameworks.FrameworkRow> {
  const { document } = result.read;
  return frameworks.createFramework(tx, {
    ...(document ?? {}),
    id: newId(),
    identifier: result.identifier,
    title: row.title ?? document?.title ?? row.file_name,
    scope: row.school_id === null ? 'district' : 'school',
    school_id: row.school_id,
    content_hash: documentHash(result),
    created_by: row.created_by,
    created_at: at,
    imported_at: at,
  });
}

/** The framework named, else the one that has the identifier of the document. */
async function targetOf(
  tx: Transaction,
  row: queries.ImportRow,
  identifier: string,
): Promise<frameworks.FrameworkRow | undefined> {
  const named = row.framework_id ? await frameworks.selectOptionalFramework(tx, row.framework_id) : undefined;
  const found = await frameworks.selectByIdentifier(tx, identifier);
  if (named && found && found.id !== named.id)
    throw new UnreadableFile(
      'other_framework',
      `The file is of the framework “${found.title}”, which is here already.`,
    );
  return named ?? found;
}

async function readFile(
  context: Context,
  row: queries.ImportRow,
  onProgress: (count: number) => Promise<void>,
): Promise<ReadResult> {
  return withTableFiles(context, row, async (files) =>
    row.format === 'case'
      ? readPackage(files[0]?.path ?? '', row, onProgress)
      : readTable(files, row, onProgress),
  );
}

export async function readPackage(
  path: string,
  row: Pick<queries.ImportRow, 'document_identifier'>,
  onProgress: (count: number) => Promise<void>,
): Promise<ReadResult> {
  const file = await readCase(path, onProgress);
  const read = file.framework(row.document_identifier);
  if (!read?.document)
    throw new UnreadableFile('no_document', 'The package holds no document, or not the one asked for.');
  const placed = buildTree(read.items, read.associations, read.document.identifier, file.problems);
  return {
    read,
    placed,
    problems: file.problems,
    identifier: read.document.identifier,
    documents: file.documents,
    columns: null,
    mapping: null,
  };
}

async function readTable(
  files: readonly TableFile[],
  row: queries.ImportRow,
  onProgress: (count: number) => Promise<void>,
): Promise<ReadResult> {
  const identifier = row.framework_identifier ?? row.id;
  const table = await readCsv(files, row.mapping as ColumnMapping | null, identifier, onProgress);
  const placed = buildTree(table.items, table.links, identifier, table.problems);
  const read = { document: null, items: table.items, associations: [] };
  return {
    read,
    placed,
    problems: table.problems,
    identifier,
    documents: [],
    columns: table.columns,
    mapping: table.mapping,
  };
}

function described({ read, identifier, documents, columns, mapping }: ReadResult) {
  return {
    framework_identifier: identifier,
    document_identifier: read.document?.identifier ?? null,
    ...(read.document ? { title: read.document.title } : {}),
    documents: JSON.stringify(documents),
    columns: columns === null ? null : JSON.stringify(columns),
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
  };
}

function countsOf(plan: ImportPlan, associations: Planned['associations'], problems: ImportProblems) {
  return {
    ...plan.counts,
    associations: associations.write.length + associations.remove.length,
    bad: problems.errors_count,
    notes: problems.notes_count,
  };
}

function documentHash({ read: { document } }: ReadResult): string {
  if (!document) return '';
  return hashOf([document.document_source, document.definitions_source, document.package_source].join('\n'));
}

/** A fault of the file ends the import with a sentence; anything else is a failure of ours and tried again. */
async function reporting(
  context: Context,
  importId: string,
  row: queries.ImportRow,
  work: (row: queries.ImportRow) => Promise<void>,
): Promise<void> {
  try {
    await work(row);
  } catch (error) {
    if (error instanceof GivenUp) return;
    const running = ['waiting', 'reading', 'applying'] as const;
    if (!(error instanceof UnreadableFile) && !isUniqueViolation(error)) {
      await step(context, importId, running, {
        fault: 'Something went wrong on our side; it is tried again.',
      });
      throw error;
    }
    const fault =
      error instanceof UnreadableFile ? error : new UnreadableFile('conflict', 'Another import was faster.');
    const finished_at = now(context);
    await context.withTenant(async (tx) => {
      await queries.replaceProblems(tx, importId, [
        { severity: 'error', code: fault.code, place: fault.place, detail: fault.message },
      ]);
      const text = fault.place ? `${fault.message} (${fault.place})` : fault.message;
      await queries.updateImport(tx, importId, running, {
        state: 'failed',
        fault: text,
        finished_at,
        updated_at: finished_at,
      });
    });
  }
}

function step(
  context: Context,
  id: string,
  states: readonly queries.ImportRow['state'][],
  changes: Omit<queries.ImportChanges, 'updated_at'>,
) {
  return context.withTenant((tx) =>
    queries.updateImport(tx, id, states, { ...changes, updated_at: now(context) }),
  );
}

/** Tells how far it is, at most twice a second, and hears of a cancellation the same way (PLN-77). */
function progressOf(context: Context, importId: string, state: 'reading' | 'applying') {
  let told = 0;
  return async (done_count: number, total_count?: number): Promise<void> => {
    if (Date.now() - told < 500) return;
    told = Date.now();
    const total = total_count === undefined ? {} : { total_count };
    if (!(await step(context, importId, [state], { done_count, ...total }))) throw new GivenUp();
  };
}

function now(context: Context): string {
  return context.platform.clock.now().toISOString();
}
