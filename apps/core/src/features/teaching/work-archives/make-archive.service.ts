import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOfRichText } from '@k12/plan-content/rich-text-lines';
import type { Context } from '../../../platform/context.ts';
import { csvLine } from '../../../platform/csv/write-csv.ts';
import { Problem } from '../../../platform/errors.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { ZipWriter } from '../../../platform/files/write-zip.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import { selectOptionalAssignment } from '../assignments/assignments-records.service.ts';
import { maskedFileName } from '../grading/anonymity.rules.ts';
import { shownId } from '../grading/graded-cell.service.ts';
import { type NameFacts, pathOf, safeName, uniquePath } from './archive-names.rules.ts';
import * as queries from './work-archives.queries.ts';

const studentsAtOnce = 100;

interface Run {
  is_last: boolean;
  signal: AbortSignal;
}

/** Packs work after work into a file of this machine, and keeps that: nothing is ever in memory as a whole. */
export async function makeArchive(context: Context, id: string, { is_last, signal }: Run): Promise<void> {
  const asked = await context.withTenant(async (tx) => {
    const row = await queries.selectOptionalArchive(tx, id);
    if (!row || row.state === 'ready' || row.state === 'expired') return undefined;
    await queries.updateArchive(tx, id, { state: 'running' });
    return { row, title: (await selectOptionalAssignment(tx, row.assignment_id))?.title ?? '' };
  });
  if (!asked) return;
  const settle = (outcome: Parameters<typeof queries.updateArchive>[2]) => {
    const finished_at = context.platform.clock.now().toISOString();
    return context.withTenant((tx) => queries.updateArchive(tx, id, { ...outcome, finished_at }));
  };
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-archive-'));
  try {
    const path = join(folder, 'archive');
    const { size, files_count } = await pack(context, asked.row, path, signal);
    const storage_key = storageKey(context.actor.tenant_id, 'work-archive', id);
    const source = { path, size, content_type: 'application/zip' };
    await guarded(() => context.platform.files.store(storage_key, source));
    const file_name = `${safeName(asked.title)}.zip`;
    await settle({ state: 'ready', storage_key, file_name, size_bytes: size, files_count });
  } catch (error) {
    if (!is_last) throw error;
    context.platform.log.error({ err: error, archive_id: id }, 'an archive of work failed');
    await settle({ state: 'failed', reason: 'failed' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What one archive remembers while it grows. */
interface Packing {
  zip: ZipWriter;
  archive: queries.ArchiveRow;
  taken: Set<string>;
  /** Of each submission the folder's paths: a group's work is in it once. */
  packed: Map<string, string[]>;
  numbers: ReadonlyMap<string, number>;
  index: string[];
}

async function pack(context: Context, archive: queries.ArchiveRow, path: string, signal: AbortSignal) {
  const zip = await ZipWriter.create(path);
  const numbers = archive.is_anonymous ? await numbersOf(context, archive.assignment_id) : new Map();
  const index = [csvLine(['student', 'attempt', 'handed_in_at', 'late_seconds', 'files', 'sha256'])];
  const packing = { zip, archive, taken: new Set(['index.csv']), packed: new Map(), numbers, index };
  try {
    let after: string | null = null;
    for (;;) {
      signal.throwIfAborted();
      const works: queries.ArchivedWork[] = await context.readTenant((tx) =>
        queries.listArchivedWork(tx, archive, after, studentsAtOnce),
      );
      for (const work of works) await packWork(context, packing, work);
      after = works.at(-1)?.student_id ?? null;
      if (works.length < studentsAtOnce) break;
    }
    const files_count = zip.parts.length;
    await zip.add('index.csv', Buffer.from(`\ufeff${packing.index.join('')}`));
    return { size: await zip.finish(), files_count };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

/** "Student 7" as in the grading view: the place among the aliases (TCH-78). */
async function numbersOf(context: Context, assignmentId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await context.readTenant((tx) => queries.listStudentIds(tx, assignmentId));
  const aliases = rows.map(({ student_id }) => ({
    student_id,
    alias: shownId(context, assignmentId, true, student_id),
  }));
  aliases.sort((one, other) => (one.alias < other.alias ? -1 : 1));
  return new Map(aliases.map(({ student_id }, at) => [student_id, at + 1]));
}

async function packWork(context: Context, packing: Packing, work: queries.ArchivedWork): Promise<void> {
  const { archive, packed, index } = packing;
  const facts = factsOf(packing, work);
  const before = packed.get(work.submission_id);
  const paths = before ?? (await packFiles(context, packing, work, facts));
  packed.set(work.submission_id, paths);
  const sums = work.files.map(({ sha256 }) => sha256);
  const late = archive.is_anonymous ? '' : work.late_seconds;
  const when = new Date(work.official_at).toISOString();
  index.push(csvLine([facts.student, work.number, when, late, paths.join('; '), sums.join('; ')]));
}

function factsOf({ archive, numbers }: Packing, work: queries.ArchivedWork): Omit<NameFacts, 'file'> {
  const attempt = String(work.number);
  if (archive.is_anonymous) {
    const student = `Student ${numbers.get(work.student_id) ?? 0}`;
    return { student, family_name: student, given_name: '', attempt };
  }
  const { family_name, preferred_name, given_name } = work;
  return { student: displayName(work), family_name, given_name: preferred_name ?? given_name, attempt };
}

async function packFiles(
  context: Context,
  { zip, archive, taken }: Packing,
  work: queries.ArchivedWork,
  facts: Omit<NameFacts, 'file'>,
): Promise<string[]> {
  const paths: string[] = [];
  const place = (file: string) => {
    const path = uniquePath(pathOf(archive.name_pattern, { ...facts, file }), taken);
    paths.push(path);
    return path;
  };
  const words = [linesOfRichText(work.body), ...work.links].filter((text) => text.trim() !== '');
  if (words.length > 0) await zip.add(place('text.txt'), Buffer.from(`${words.join('\n')}\n`));
  for (const [at, file] of work.files.entries()) {
    const name = archive.is_anonymous ? maskedFileName(file.name, at) : file.name;
    const stored = await openStoredFile(context, file.file_id).catch((error: unknown) => {
      // A file that retention has taken away is missing in the archive, too, and in its index by name only.
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    });
    if (stored) await zip.addStream(place(name), stored.content);
  }
  return paths;
}
