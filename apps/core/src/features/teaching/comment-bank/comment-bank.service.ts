import type {
  CommentBankCreate,
  CommentBankEntry,
  CommentBankImport,
  CommentBankQuery,
  CommentBankUpdate,
} from '@k12/contracts/teaching/comment-bank';
import { newId, type Transaction } from '@k12/db';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { coursesOfActor, selectReadableCourse } from '../courses/course-access.service.ts';
import { ownUserId } from '../grading/graded-cell.service.ts';
import * as queries from './comment-bank.queries.ts';

const right = 'submissions.grade';

export async function listEntries(
  context: Context,
  query: CommentBankQuery,
): Promise<{ data: CommentBankEntry[] }> {
  return context.readTenant(async (tx) => {
    const rows = await queries.listEntries(tx, await reachOf(tx, context), query);
    const { course_id } = query;
    const shown = course_id
      ? rows.filter((row) => row.course_id === null || row.course_id === course_id)
      : rows;
    return { data: shown.map((row) => present(context, row)) };
  });
}

export async function createEntry(context: Context, input: CommentBankCreate): Promise<CommentBankEntry> {
  return context.withTenant(async (tx) => {
    const place = await placeOf(tx, context, input);
    const id = newId();
    const { body, tags = [], shortcut = null } = input;
    const created_at = context.platform.clock.now().toISOString();
    await queries.createEntries(tx, [{ id, ...place, body, tags, shortcut, created_at }]);
    return present(context, await selectEntry(tx, context, id));
  });
}

/** Pasting the same list again adds nothing. */
export async function importEntries(context: Context, input: CommentBankImport) {
  return context.withTenant(async (tx) => {
    const place = await placeOf(tx, context, input);
    const known = new Set(
      (await queries.listEntries(tx, await reachOf(tx, context), {})).map(({ body }) => body),
    );
    const lines = [...new Set(input.lines)];
    const fresh = lines.filter((body) => !known.has(body));
    const created_at = context.platform.clock.now().toISOString();
    await queries.createEntries(
      tx,
      fresh.map((body) => ({ id: newId(), ...place, body, tags: [], shortcut: null, created_at })),
    );
    return { added_count: fresh.length, known_count: lines.length - fresh.length };
  });
}

export async function updateEntry(
  context: Context,
  id: string,
  input: CommentBankUpdate,
): Promise<CommentBankEntry> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectEntry(tx, context, id);
    authorize(mayChange(context, before), right);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateEntry(tx, id, lock_version, { ...changes, updated_at })))
      throw new Problem('version_conflict', { current: present(context, before) });
    return present(context, await selectEntry(tx, context, id));
  });
}

export async function countUse(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    await selectEntry(tx, context, id);
    await queries.countUse(tx, id);
  });
}

export async function deleteEntry(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    authorize(mayChange(context, await selectEntry(tx, context, id)), right);
    await queries.deleteEntry(tx, id);
  });
}

async function selectEntry(tx: Transaction, context: Context, id: string): Promise<queries.EntryRow> {
  const entry = await queries.selectOptionalEntry(tx, id, await reachOf(tx, context));
  if (!entry) throw new Problem('not_found');
  return entry;
}

async function reachOf(tx: Transaction, context: Context): Promise<queries.BankReach> {
  const user_id = ownUserId(context);
  return {
    user_id,
    course_ids: await coursesOfActor(tx, context, right),
    school_ids: context.actor.school_ids,
  };
}

async function placeOf(tx: Transaction, context: Context, input: Omit<CommentBankImport, 'lines'>) {
  const owner_id = ownUserId(context);
  const scope = input.scope ?? 'mine';
  const course_id = scope === 'course' ? (input.course_id ?? null) : null;
  const school_id = scope === 'school' ? (input.school_id ?? null) : null;
  if (scope === 'course') {
    if (!course_id) throw invalid('/course_id', 'required', 'Name the course.');
    await selectReadableCourse(tx, context, course_id, right);
  }
  if (scope === 'school') {
    if (!school_id) throw invalid('/school_id', 'required', 'Name the school.');
    const { actor } = context;
    authorize(actor.school_ids.includes(school_id) || reachesSchool(actor, right, school_id), right);
  }
  return { owner_id, scope, course_id, school_id };
}

/** One’s own; what is shared also by the admins of the school. */
function mayChange({ actor }: Context, row: queries.EntryRow): boolean {
  if (row.owner_id === actor.user_id) return true;
  const school = row.school_id ?? row.course_school_id;
  return school !== null && reachesSchool(actor, right, school);
}

function present(context: Context, row: queries.EntryRow): CommentBankEntry {
  const isOpen = mayChange(context, row);
  const { id, scope, course_id, school_id, body, tags, shortcut, uses_count, lock_version } = row;
  return {
    ...{ id, scope, course_id, school_id, body, tags, shortcut, uses_count, lock_version },
    can: { update: isOpen, delete: isOpen },
  };
}
