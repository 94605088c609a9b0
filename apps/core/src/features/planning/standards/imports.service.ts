import type { ImportCreate, ImportPreview, StandardImport } from '@k12/contracts/planning/standard-imports';
import { isUniqueViolation, newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { csvTable } from '../../../platform/csv/write-csv.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, encodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { openStoredFile, selectUpload } from '../../operations/files/files.service.ts';
import { identifierOf } from './case-values.ts';
import * as policy from './frameworks.policy.ts';
import * as frameworks from './frameworks.queries.ts';
import { applyStandardsJob, previewStandardsJob } from './imports.jobs.ts';
import * as queries from './imports.queries.ts';

const abandonedAfterMs = 20 * 60_000;

export async function createImport(context: Context, asked: ImportCreate): Promise<StandardImport> {
  const { actor, platform } = context;
  const file = await selectUpload(context, asked.file_id, 'standards');
  const corrected = await selectCorrected(context, asked, file.name);
  const input = corrected ? { ...asked, ...targetOf(corrected) } : asked;
  const format = /\.json$/i.test(file.name) ? 'case' : 'csv';
  const sniffed =
    format === 'case' ? (input.document_identifier ?? (await sniffIdentifier(context, file.id))) : null;
  return running(() =>
    context.withTenant(async (tx) => {
      const framework = input.framework_id ? await selectChangeable(tx, context, input.framework_id) : null;
      if (!framework) {
        const school = input.school_id ?? null;
        authorize(policy.canCreateFramework(actor, 'standards.import', school), 'standards.import');
      }
      const id = newId();
      const at = platform.clock.now();
      await queries.failAbandonedImports(
        tx,
        new Date(at.getTime() - abandonedAfterMs).toISOString(),
        at.toISOString(),
      );
      const row = await queries.createImport(tx, {
        id,
        file_id: file.id,
        file_name: file.name,
        format,
        framework_id: framework?.id ?? null,
        framework_identifier: framework?.identifier ?? corrected?.framework_identifier ?? sniffed ?? id,
        school_id: framework?.school_id ?? input.school_id ?? null,
        corrects_import_id: corrected?.id ?? null,
        title: input.title ?? null,
        document_identifier: input.document_identifier ?? null,
        mapping: input.mapping ? JSON.stringify(input.mapping) : null,
        created_by: actor.user_id ?? '',
        created_at: at.toISOString(),
      });
      await recordAudit(tx, context, {
        action: 'standard_import.created',
        target_type: 'standard_import',
        target_id: id,
        school_id: row.school_id,
      });
      await enqueue(tx, context, previewStandardsJob, { import_id: id });
      return present(context, row);
    }),
  );
}

/** The import whose left out rows come back corrected; what was waiting of it is given up for this one. */
async function selectCorrected(context: Context, { corrects_import_id }: ImportCreate, name: string) {
  if (!corrects_import_id) return null;
  return context.withTenant(async (tx) => {
    const row = await selectVisibleImport(tx, context, corrects_import_id);
    if (!present(context, row).can.correct || /\.json$/i.test(name))
      throw new Problem('conflict', { detail: 'There are no rows of a table to correct.' });
    const at = context.platform.clock.now().toISOString();
    await queries.updateImport(tx, row.id, ['previewed'], {
      state: 'cancelled',
      finished_at: at,
      updated_at: at,
    });
    return row;
  });
}

/** Corrected rows go where the others went, read in the same way. */
function targetOf(row: queries.ImportRow) {
  const { framework_id, school_id, title } = row;
  return {
    ...(framework_id ? { framework_id } : {}),
    ...(school_id ? { school_id } : {}),
    ...(title ? { title } : {}),
    mapping: (row.mapping ?? {}) as StandardImport['mapping'] & object,
  };
}

export async function listImports(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const after = decodeCursor(query.cursor, 2);
  const { actor } = context;
  const visible = { created_by: actor.user_id, schools: schoolsInReach(actor, 'standards.import') };
  const rows = await context.readTenant((tx) => queries.listImports(tx, visible, query.limit, after));
  return pageOf(
    rows,
    query.limit,
    (row) => present(context, row),
    (row) => [row.created_at, row.id],
  );
}

export async function getImport(context: Context, id: string): Promise<StandardImport> {
  return present(context, await context.readTenant((tx) => selectVisibleImport(tx, context, id)));
}

/** Reads the file again, with another mapping or another of its documents. */
export function previewImport(context: Context, id: string, input: ImportPreview): Promise<StandardImport> {
  return move(context, id, {
    from: ['previewed', 'failed'],
    to: {
      state: 'waiting',
      ...(input.mapping ? { mapping: JSON.stringify(input.mapping) } : {}),
      ...(input.document_identifier
        ? { document_identifier: input.document_identifier, framework_identifier: input.document_identifier }
        : {}),
      fault: null,
      finished_at: null,
    },
    job: previewStandardsJob,
  });
}

export function applyImport(context: Context, id: string): Promise<StandardImport> {
  return move(context, id, {
    from: ['previewed'],
    to: { state: 'applying', done_count: 0 },
    job: applyStandardsJob,
  });
}

export function cancelImport(context: Context, id: string): Promise<StandardImport> {
  const finished_at = context.platform.clock.now().toISOString();
  return move(context, id, {
    from: ['waiting', 'reading', 'previewed', 'applying'],
    to: { state: 'cancelled', finished_at },
    audit: 'standard_import.cancelled',
  });
}

interface Move {
  from: queries.ImportRow['state'][];
  to: Omit<queries.ImportChanges, 'updated_at'>;
  job?: typeof applyStandardsJob;
  audit?: string;
}

async function move(context: Context, id: string, { from, to, job, audit }: Move): Promise<StandardImport> {
  return running(() =>
    context.withTenant(async (tx) => {
      const before = await selectVisibleImport(tx, context, id);
      if (job === applyStandardsJob) await requireTarget(tx, context, before);
      const updated_at = context.platform.clock.now().toISOString();
      const row = await queries.updateImport(tx, id, from, { ...to, updated_at });
      if (!row)
        throw new Problem('conflict', {
          detail: `The import is ${before.state}.`,
          current: present(context, before),
        });
      if (audit)
        await recordAudit(tx, context, { action: audit, target_type: 'standard_import', target_id: id });
      if (job) await enqueue(tx, context, job, { import_id: id });
      return present(context, row);
    }),
  );
}

/** Whoever applies must be allowed to change what the file turned out to be of. */
async function requireTarget(tx: Transaction, context: Context, row: queries.ImportRow): Promise<void> {
  const found = row.framework_identifier
    ? await frameworks.selectByIdentifier(tx, row.framework_identifier)
    : undefined;
  const target = row.framework_id ? await frameworks.selectOptionalFramework(tx, row.framework_id) : found;
  if (target && !policy.canChangeFramework(context.actor, 'standards.import', target))
    throw new Problem('framework.exists');
}

export async function listImportProblems(
  context: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined; severity?: 'error' | 'note' | undefined },
) {
  const [after] = decodeCursor(query.cursor, 1) ?? [-1];
  if (typeof after !== 'number')
    throw invalid('/cursor', 'invalid_cursor', 'This cursor does not belong to this list.');
  return context.readTenant(async (tx) => {
    await selectVisibleImport(tx, context, id);
    const rows = await queries.listProblems(tx, id, { ...query, limit: query.limit + 1 }, after);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      data: shown.map(presentProblem),
      next_cursor: rows.length > query.limit && last ? encodeCursor([last.number]) : null,
    };
  });
}

/** The bad rows as a table, so that they can be put right where they came from (PLN-76). */
export async function problemsTable(context: Context, id: string): Promise<string> {
  return context.readTenant(async (tx) => {
    await selectVisibleImport(tx, context, id);
    const rows = await queries.listProblems(tx, id, { limit: 50_000 }, -1);
    const lines = rows.map((row) => [
      row.severity,
      row.place,
      row.column_name,
      row.identifier,
      row.code,
      row.value,
      row.detail,
    ]);
    return csvTable([['severity', 'place', 'column', 'identifier', 'problem', 'value', 'detail'], ...lines]);
  });
}

export async function selectVisibleImport(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<queries.ImportRow> {
  const row = await queries.selectImport(tx, id);
  const { actor } = context;
  const own = row.created_by === actor.user_id;
  if (!own && !policy.canCreateFramework(actor, 'standards.import', row.school_id))
    throw new Problem('not_found');
  return row;
}

async function selectChangeable(tx: Transaction, context: Context, id: string) {
  const framework = await frameworks.selectFramework(tx, id);
  if (!policy.canReadFramework(context.actor, framework)) throw new Problem('not_found');
  authorize(policy.canChangeFramework(context.actor, 'standards.import', framework), 'standards.import');
  return framework;
}

/** PLN-80: the database lets one import of a framework run at a time. */
async function running<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('standard_import.running');
    throw error;
  }
}

const sniffedBytes = 262_144;

/** Only to notice a second import of the same framework early; reading the file properly decides. */
async function sniffIdentifier(context: Context, fileId: string): Promise<string | null> {
  const { content } = await openStoredFile(context, fileId);
  let start = '';
  for await (const chunk of content) {
    start += String(chunk);
    if (start.length >= sniffedBytes) break;
  }
  const found = /"CFDocument"\s*:\s*\{[^{}]*?"identifier"\s*:\s*"([^"\\]{1,200})"/.exec(start)?.[1];
  return found === undefined ? null : identifierOf(found);
}

function present(context: Context, row: queries.ImportRow): StandardImport {
  const mine =
    row.created_by === context.actor.user_id ||
    policy.canCreateFramework(context.actor, 'standards.import', row.school_id);
  const counts = row.counts as Partial<StandardImport['counts'] & object>;
  return {
    ...row,
    columns: row.columns as StandardImport['columns'],
    mapping: row.mapping as StandardImport['mapping'],
    documents: row.documents as StandardImport['documents'],
    counts: 'added' in counts ? (counts as StandardImport['counts']) : null,
    can: {
      apply: mine && row.state === 'previewed',
      cancel: mine && ['waiting', 'reading', 'previewed', 'applying'].includes(row.state),
      map: mine && (row.state === 'previewed' || row.state === 'failed'),
      correct:
        mine &&
        row.format === 'csv' &&
        (counts.bad ?? 0) > 0 &&
        ['previewed', 'applied', 'cancelled'].includes(row.state),
    },
  };
}

function presentProblem({ column_name, ...row }: queries.ProblemRow) {
  return { ...row, column: column_name };
}
