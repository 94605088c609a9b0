import { buffer } from 'node:stream/consumers';
import type {
  UserImport,
  UserImportChoices,
  UserImportCreate,
  UserImportMapping,
  UserImportRow,
  UserImportRowStatus,
} from '@k12/contracts/identity/user-imports';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, holds, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';
import { readTable } from '../../../platform/csv/read-table.ts';
import { csvTable } from '../../../platform/csv/write-csv.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { forgetFile, openStoredFile, selectUpload } from '../../operations/files/files.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { selectFacts, selectReadReach } from '../users/people.service.ts';
import { canReadUser } from '../users/users.policy.ts';
import { judgeRows, type KnownPerson, reader, readPerson, schoolOfRest } from './judge-rows.rules.ts';
import { mapPeopleColumns, namesPassword } from './people-columns.rules.ts';
import { userImportJob } from './user-imports.jobs.ts';
import * as queries from './user-imports.queries.ts';

/** Long enough to have the rest corrected; what is in the rows is nobody's business for longer (PRV-51). */
const keptDays = 30;
const shownSamples = 3;

/** Reads a table and judges its rows; nobody is added (PRV-32). */
export async function createImport(context: Context, input: UserImportCreate): Promise<UserImport> {
  authorize(holds(context.actor, 'users.create'), 'users.create');
  const file = await selectUpload(context, input.file_id, 'import');
  const { content } = await openStoredFile(context, file.id);
  const table = readTable(await buffer(content), '/file_id');
  if (namesPassword(table.header)) {
    throw invalid(
      '/file_id',
      'holds_passwords',
      'A table of people must not hold passwords. Remove that column.',
    );
  }
  const header = table.header.map((name, at) => name.toWellFormed() || `Column ${at + 1}`);
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.toWellFormed()),
  }));
  const now = context.platform.clock.now();
  const { created, forget } = await context.withTenant(async (tx) => {
    const row = await queries.createImport(tx, {
      id: newId(),
      requested_by: context.actor.user_id ?? '',
      chosen_school_id: context.school_id,
      file_name: file.name,
      header: JSON.stringify(header),
      mapping: JSON.stringify(mapPeopleColumns(header, input.mapping ?? {})),
      role_id: input.role_id ?? null,
      school_id: schoolOfRest({
        ...{ schools: await queries.listSchools(tx), reach: schoolsInReach(context.actor, 'users.create') },
        school_id: input.school_id ?? context.school_id,
      }),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + keptDays * 86_400_000).toISOString(),
    });
    await judge(tx, context, row, rows);
    await recordAudit(tx, context, {
      action: 'user_import.created',
      target_type: 'user_import',
      target_id: row.id,
      school_id: row.chosen_school_id,
      changes: { file_name: file.name, rows: rows.length },
    });
    return { created: await present(tx, row), forget: await forgetFile(tx, context, file.id) };
  });
  await forget();
  return created;
}

export async function getImport(context: Context, id: string): Promise<UserImport> {
  return context.readTenant(async (tx) => present(tx, await selectOwn(tx, context, id)));
}

/** The same rows with other columns, another role or another school. */
export async function previewImport(
  context: Context,
  id: string,
  input: UserImportChoices,
): Promise<UserImport> {
  return context.withTenant(async (tx) => {
    const before = await selectOwn(tx, context, id);
    const mapping = mapPeopleColumns(headerOf(before), { ...mappingOf(before), ...input.mapping });
    const row = await queries.updateImport(tx, id, 'previewed', {
      mapping: JSON.stringify(mapping),
      ...(input.role_id === undefined ? {} : { role_id: input.role_id }),
      ...(input.school_id === undefined ? {} : { school_id: input.school_id }),
    });
    if (!row) throw new Problem('conflict', { detail: 'The people of this table are being added already.' });
    const rows = await queries.listRows(tx, id, {});
    await judge(
      tx,
      context,
      row,
      rows.map(({ line, cells }) => ({ line, cells: cells as string[] })),
    );
    return present(tx, row);
  });
}

export async function applyImport(context: Context, id: string): Promise<UserImport> {
  authorize(holds(context.actor, 'users.create'), 'users.create');
  return context.withTenant(async (tx) => {
    await selectOwn(tx, context, id);
    const row = await queries.updateImport(tx, id, 'previewed', { state: 'applying' });
    if (!row) throw new Problem('conflict', { detail: 'The people of this table are being added already.' });
    await enqueue(tx, context, userImportJob, { import_id: id });
    return present(tx, row);
  });
}

export async function listImportRows(
  context: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined; status?: UserImportRowStatus | undefined },
) {
  const [after = 0] = (decodeCursor(query.cursor, 1) ?? []) as [number?];
  const { limit, status } = query;
  return context.readTenant(async (tx) => {
    const row = await selectOwn(tx, context, id);
    const statuses = status && [status];
    const [rows, facts] = await Promise.all([
      queries.listRows(tx, id, { statuses, after: Number(after), limit: limit + 1 }),
      selectPlaceFacts(tx, context, row),
    ]);
    const read = reader({ header: headerOf(row), mapping: mappingOf(row) });
    return pageOf(
      rows,
      limit,
      (stored) => presentRow(stored, read, facts),
      ({ line }) => [line],
    );
  });
}

/** As they came, with what is wrong behind; corrected, they are a table to send again (UXP-38). */
export async function badRows(context: Context, id: string): Promise<string> {
  return context.readTenant(async (tx) => {
    const row = await selectOwn(tx, context, id);
    const header = headerOf(row).filter((name) => name !== problemColumn);
    const rows = await queries.listRows(tx, id, { statuses: ['bad', 'failed'] });
    const lines = rows.map(({ line, cells, detail }) => {
      const texts = header.map((_, at) => (cells as string[])[at] ?? '');
      return [...texts, `Line ${line}: ${detail ?? ''}`];
    });
    return csvTable([[...header, problemColumn], ...lines]);
  });
}

const problemColumn = 'Problem';

/** One's own only, and for a month. */
async function selectOwn(tx: Transaction, context: Context, id: string): Promise<queries.ImportRow> {
  const row = await queries.selectOptionalImport(tx, id);
  if (!row || row.requested_by !== context.actor.user_id) throw new Problem('not_found');
  if (Date.parse(row.expires_at) < context.platform.clock.now().getTime()) throw new Problem('gone');
  return row;
}

type Row = { line: number; cells: string[] };

async function judge(tx: Transaction, context: Context, row: queries.ImportRow, rows: Row[]): Promise<void> {
  const [header, mapping] = [headerOf(row), mappingOf(row)];
  const read = reader({ header, mapping });
  const named = rows.map(({ cells }) => read(cells));
  const [facts, known] = await Promise.all([
    selectPlaceFacts(tx, context, row),
    listKnown(tx, context, named),
  ]);
  await queries.replaceRows(tx, row.id, judgeRows(rows, { ...facts, header, mapping, known }));
}

/** What decides about the role and the school of a row. */
async function selectPlaceFacts(tx: Transaction, context: Context, row: queries.ImportRow) {
  const [roles, schools] = await Promise.all([queries.listRoles(tx), queries.listSchools(tx)]);
  const { role_id, school_id, chosen_school_id: only_school_id } = row;
  return {
    ...{ roles, schools, role_id, school_id, only_school_id },
    reach: schoolsInReach(context.actor, 'users.create'),
  };
}

const namesPerLook = 1_000;

/** Whom the rows may mean, and whether the caller may see them (IDN-31). */
async function listKnown(
  tx: Transaction,
  context: Context,
  rows: readonly ReturnType<ReturnType<typeof reader>>[],
): Promise<KnownPerson[]> {
  const people = new Map<string, Awaited<ReturnType<typeof queries.listNamed>>[number]>();
  for (let from = 0; from < rows.length; from += namesPerLook) {
    const part = rows.slice(from, from + namesPerLook);
    const named = await queries.listNamed(tx, {
      emails: part.flatMap(({ email }) => (email ? [normalizeIdentifier(email)] : [])),
      usernames: part.flatMap(({ username }) => (username ? [normalizeIdentifier(username)] : [])),
      numbers: part.flatMap(({ number }) => number || []),
      external_ids: part.flatMap(({ external_id }) => external_id || []),
    });
    for (const person of named) people.set(person.id, person);
  }
  const today = await todayOf(context);
  const [facts, reach] = await Promise.all([
    selectFacts(tx, [...people.keys()], today),
    selectReadReach(tx, context, today),
  ]);
  return [...people.values()].map((person) => {
    const place = facts.get(person.id)?.place;
    return { ...person, is_visible: place !== undefined && canReadUser(reach, place) };
  });
}

const headerOf = (row: queries.ImportRow) => row.header as string[];
const mappingOf = (row: queries.ImportRow) => row.mapping as UserImportMapping;

async function present(tx: Transaction, row: queries.ImportRow): Promise<UserImport> {
  const { id, file_name, state, role_id, school_id, created_at, finished_at, expires_at } = row;
  const [counted, first] = await Promise.all([
    queries.countRows(tx, id),
    queries.listRows(tx, id, { limit: shownSamples }),
  ]);
  const count = (status: UserImportRowStatus) => counted.find((one) => one.status === status)?.count ?? 0;
  return {
    ...{ id, file_name, state, role_id, school_id, created_at, finished_at, expires_at },
    columns: headerOf(row).map((name, at) => ({
      name,
      samples: first.map(({ cells }) => ((cells as string[])[at] ?? '').slice(0, 120)),
    })),
    mapping: mappingOf(row),
    counts: {
      new: count('new'),
      known: count('known'),
      bad: count('bad'),
      created: count('created'),
      failed: count('failed'),
    },
  };
}

function presentRow(
  stored: queries.StoredRow,
  read: ReturnType<typeof reader>,
  facts: Awaited<ReturnType<typeof selectPlaceFacts>>,
): UserImportRow {
  const { line, status, code, detail, other_line, user_id } = stored;
  const cell = read(stored.cells as string[]);
  return {
    ...{ line, code, detail, other_line, user_id },
    status: status as UserImportRowStatus,
    field: stored.field as UserImportRow['field'],
    name: [cell.given_name, cell.family_name].filter(Boolean).join(' '),
    account: cell.email || cell.username,
    // Repetitions and people who are there already are known from the whole table, not from the row alone.
    faults: status === 'bad' ? readPerson(cell, facts).faults : [],
  };
}
