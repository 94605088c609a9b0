import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { deleteOfTargets } from '../../planning/resources/resources-records.service.ts';
import { binSince } from './bin.rules.ts';
import * as queries from './purge-bin.queries.ts';

const kinds: readonly queries.BinnedKind[] = [
  'module_items',
  'modules',
  'course_pages',
  'assignments',
  'courses',
];
const perRound = 100;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Empties what nobody took out of the bin for 30 days (TCH-05). Work, grades and feedback are records of students: what
 * they hang on stays, out of everybody's sight, until its retention is over.
 */
export async function purgeBins(context: Context): Promise<void> {
  const before = binSince(context.platform.clock.now());
  for (const kind of kinds) {
    for (let after = first; ; ) {
      const ids = await context.readTenant((tx) => queries.listExpired(tx, kind, before, after, perRound));
      for (const id of ids) await purgeOne(context, kind, id);
      const last = ids.at(-1);
      if (!last || ids.length < perRound) break;
      after = last;
    }
  }
}

/** Each in a transaction of its own: what is still needed keeps nothing else from going. */
async function purgeOne(context: Context, kind: queries.BinnedKind, id: string): Promise<void> {
  try {
    await context.withTenant((tx) =>
      kind === 'courses' ? purgeCourse(tx, context, id) : purge(tx, kind, id),
    );
  } catch (error) {
    if (!queries.isStillNeeded(error)) throw error;
  }
}

async function purge(tx: Transaction, kind: Exclude<queries.BinnedKind, 'courses'>, id: string) {
  if (kind === 'assignments') {
    await queries.deleteUntouchedWork(tx, { assignment_id: id });
    await deleteOfTargets(tx, [id]);
  }
  await queries.deleteContent(tx, kind, id);
}

async function purgeCourse(tx: Transaction, context: Context, id: string): Promise<void> {
  const school_id = await queries.selectSchoolOfCourse(tx, id);
  await queries.deleteUntouchedWork(tx, { course_id: id });
  await deleteOfTargets(tx, await queries.listAssignmentIds(tx, id));
  await queries.deleteCourse(tx, id);
  await recordAudit(tx, context, {
    action: 'course.purged',
    target_type: 'course',
    target_id: id,
    school_id,
  });
}
