import type { UserMerge, UserMergeRequest } from '@k12/contracts/identity/users.merge';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { requireAnotherAdmin } from '../role-assignments/last-admin.service.ts';
import { endAllSessions } from '../sessions/end-sessions.service.ts';
import { requireNoMoreRights } from '../sessions/people-in-reach.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { setSignInNames } from '../sessions/sign-in-directory.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { countSchools, countUser } from './counters.service.ts';
import { selectFacts } from './people.service.ts';
import * as queries from './users.merge.queries.ts';
import { areOfOneKind, fieldResults, filledFields } from './users.merge.rules.ts';
import { type UserRow, updateUser } from './users.queries.ts';
import { derivedColumns, isCounted } from './users.rules.ts';

const undoDays = 30;

interface Stored {
  rows: queries.Moved;
  filled: Record<string, string>;
  merged_before: Pick<UserRow, 'email' | 'username' | 'state'>;
}

/** Preview and merge read the same plan, made from both accounts while they are locked (IDN-37). */
export async function mergeUsers(context: Context, input: UserMergeRequest): Promise<UserMerge> {
  const { actor } = context;
  authorize(reachesTenant(actor, 'users.merge'), 'users.merge');
  if (input.kept_id === input.merged_id) throw refused('same', 'An account cannot be merged with itself.');
  if ([input.kept_id, input.merged_id].includes(actor.user_id ?? '')) {
    throw refused('own', 'Nobody merges an account of their own.');
  }
  return context.withTenant(async (tx) => {
    const { kept, merged } = await queries.selectPairForUpdate(tx, input.kept_id, input.merged_id);
    // Whoever holds one account's password holds the other's rights afterwards.
    for (const { id } of [kept, merged]) await requireNoMoreRights(context, id);
    await requireOneKind(tx, context, kept, merged);
    if (await queries.hasOwnWork(tx, merged.id)) {
      throw refused(
        'has_work',
        'The account that goes has courses, work or plans of its own. Keep this one instead.',
      );
    }
    const belongings = await queries.listBelongings(tx, [kept.id, merged.id]);
    const rows = rowsToMove(belongings, kept.id, merged.id);
    const preview = {
      kept_id: kept.id,
      merged_id: merged.id,
      fields: fieldResults(kept, merged),
      records: countRecords(belongings, rows, merged.id),
    };
    if (input.dry_run) return { id: null, ...preview, undo_until: null };
    return { ...preview, ...(await carryOut(tx, context, kept, merged, rows)) };
  });
}

async function carryOut(
  tx: Transaction,
  context: Context,
  kept: UserRow,
  merged: UserRow,
  rows: queries.Moved,
): Promise<{ id: string; undo_until: string }> {
  if (kept.state !== 'active') await requireAnotherAdmin(tx, context, [merged.id]);
  const now = context.platform.clock.now();
  const merged_at = now.toISOString();
  const undo_until_at = new Date(now.getTime() + undoDays * 86_400_000).toISOString();
  const filled = filledFields(kept, merged);
  if (rows.primary_membership_id) await queries.setPrimary(tx, rows.primary_membership_id, false);
  // The addresses of the merged account are free from here on; its row keeps a name nobody can sign in with.
  const retired = { ...merged, email: null, username: `merged.${merged.id}` };
  const names = { email: null, username: retired.username, ...derivedColumns(retired) };
  await save(tx, merged, { ...names, state: 'deactivated', updated_at: merged_at });
  await save(tx, kept, { ...filled, ...derivedColumns({ ...kept, ...filled }), updated_at: merged_at });
  await queries.moveBelongings(tx, rows, merged.id, kept.id);
  await endAllSessions(tx, context, merged.id, 'merged');
  await refreshRights(tx, context, kept.id);
  await setSignInNames(tx, context, merged.id, []);
  await setSignInNames(tx, context, kept.id, [kept.email, kept.username, merged.email, merged.username]);
  const id = newId();
  const { email, username, state } = merged;
  const moved: Stored = { rows, filled, merged_before: { email, username, state } };
  const ids = { id, kept_id: kept.id, merged_id: merged.id, merged_by: context.actor.user_id };
  await queries.createMerge(tx, { ...ids, moved: JSON.stringify(moved), merged_at, undo_until_at });
  await conclude(tx, context, 'user.merged', ids, isCounted(state) ? -1 : 0);
  return { id, undo_until: undo_until_at };
}

/** Gives back what still belongs to the kept person; what was changed since stays as it is. */
export async function undoUserMerge(context: Context, mergeId: string): Promise<UserMerge> {
  authorize(reachesTenant(context.actor, 'users.merge'), 'users.merge');
  return context.withTenant(async (tx) => {
    const merge = await queries.selectMergeForUpdate(tx, mergeId);
    const now = context.platform.clock.now();
    if (merge.undone_at) throw new Problem('conflict', { detail: 'This merge was taken back already.' });
    if (new Date(merge.undo_until_at) <= now) throw new Problem('gone');
    const { rows, filled, merged_before } = merge.moved as unknown as Stored;
    const { kept, merged } = await queries.selectPairForUpdate(tx, merge.kept_id, merge.merged_id);
    const updated_at = now.toISOString();
    const unchanged = Object.entries(filled).filter(
      ([field, value]) => kept[field as keyof UserRow] === value,
    );
    const emptied = Object.fromEntries(unchanged.map(([field]) => [field, null]));
    const keptNow = { ...kept, ...emptied };
    await save(tx, kept, { ...emptied, ...derivedColumns(keptNow), updated_at });
    const mergedNow = { ...merged, ...merged_before };
    await save(tx, merged, { ...merged_before, ...derivedColumns(mergedNow), updated_at });
    await queries.moveBelongings(tx, rows, kept.id, merged.id);
    if (rows.primary_membership_id) await queries.setPrimary(tx, rows.primary_membership_id, true);
    await setSignInNames(tx, context, kept.id, [keptNow.email, keptNow.username]);
    await setSignInNames(tx, context, merged.id, [mergedNow.email, mergedNow.username]);
    await refreshRights(tx, context, kept.id);
    await queries.finishUndo(tx, merge.id, context.actor.user_id, updated_at);
    const ids = { id: merge.id, kept_id: kept.id, merged_id: merged.id };
    await conclude(tx, context, 'user.merge_undone', ids, isCounted(merged_before.state) ? 1 : 0);
    const belongings = await queries.listBelongings(tx, [kept.id, merged.id]);
    const records = countRecords(belongings, rows, merged.id);
    return { ...ids, fields: fieldResults(keptNow, mergedNow), records, undo_until: null };
  });
}

type MergeIds = { id: string; kept_id: string; merged_id: string };

async function conclude(tx: Transaction, context: Context, action: string, ids: MergeIds, counted: number) {
  const facts = await selectFacts(tx, [ids.kept_id, ids.merged_id], await todayOf(context));
  const schools = [...facts.values()].flatMap((fact) => fact.memberships.map((row) => row.school_id));
  await countSchools(tx, context, schools);
  if (counted !== 0) await countUser(tx, context, counted === 1 ? 1 : -1);
  for (const id of [ids.kept_id, ids.merged_id]) {
    await recordAudit(tx, context, { action, target_type: 'user', target_id: id, changes: { ...ids } });
    await publishEvent(tx, context, 'user.updated', { user_id: id });
  }
}

async function save(
  tx: Transaction,
  user: UserRow,
  changes: Parameters<typeof updateUser>[3],
): Promise<void> {
  if (!(await updateUser(tx, user.id, user.lock_version, changes))) throw new Problem('version_conflict');
}

async function requireOneKind(
  tx: Transaction,
  context: Context,
  kept: UserRow,
  merged: UserRow,
): Promise<void> {
  const facts = await selectFacts(tx, [kept.id, merged.id], await todayOf(context));
  if (!areOfOneKind(facts.get(kept.id)?.roles ?? [], facts.get(merged.id)?.roles ?? [])) {
    throw refused('kinds', 'A student and a member of staff cannot become one account.');
  }
  if (!isCounted(kept.state)) throw refused('closed', 'The account that stays must be open.');
}

/** Rows both have (the same school, role or link) are joined: the kept one's stays, the other stays behind. */
function rowsToMove(all: queries.Belongings, keptId: string, mergedId: string): queries.Moved {
  const takes = <T extends { id: string }>(
    rows: T[],
    owner: (row: T) => string | null,
    key: (row: T) => string,
  ) => {
    const known = new Set(rows.filter((row) => owner(row) === keptId).map(key));
    return rows.filter((row) => owner(row) === mergedId && !known.has(key(row))).map((row) => row.id);
  };
  const memberships = takes(
    all.memberships,
    (row) => row.user_id,
    (row) => row.school_id,
  );
  const hasPrimary = all.memberships.some((row) => row.user_id === keptId && row.is_primary);
  const primary = all.memberships.find((row) => row.is_primary && memberships.includes(row.id));
  const others = all.guardian_links.filter(
    (row) => !(row.guardian_id === keptId && row.student_id === mergedId),
  );
  const links = others.filter((row) => !(row.guardian_id === mergedId && row.student_id === keptId));
  return {
    memberships,
    primary_membership_id: hasPrimary && primary ? primary.id : null,
    role_assignments: takes(
      all.role_assignments,
      (row) => row.user_id,
      (row) => `${row.role_id} ${row.school_id}`,
    ),
    links_as_guardian: takes(
      links,
      (row) => row.guardian_id,
      (row) => row.student_id,
    ),
    links_as_student: takes(
      links,
      (row) => row.student_id,
      (row) => row.guardian_id,
    ),
    sign_in_events: all.sign_in_events.filter((row) => row.user_id === mergedId).map((row) => row.id),
    password:
      all.passwords.some((row) => row.user_id === mergedId) &&
      !all.passwords.some((row) => row.user_id === keptId),
  };
}

function countRecords(all: queries.Belongings, rows: queries.Moved, mergedId: string): UserMerge['records'] {
  const of = (table: string, total: number, moved: number) => ({
    table,
    moved,
    joined: Math.max(0, total - moved),
  });
  const owned = (list: { user_id: string | null }[]) => list.filter((row) => row.user_id === mergedId).length;
  const links = all.guardian_links.filter(
    (row) => row.guardian_id === mergedId || row.student_id === mergedId,
  ).length;
  return [
    of('memberships', owned(all.memberships), rows.memberships.length),
    of('role_assignments', owned(all.role_assignments), rows.role_assignments.length),
    of('guardian_links', links, rows.links_as_guardian.length + rows.links_as_student.length),
    of('sign_in_events', owned(all.sign_in_events), rows.sign_in_events.length),
  ];
}

/** The reason for pages to put into words, the detail for everybody else. */
function refused(reason: 'same' | 'own' | 'has_work' | 'kinds' | 'closed', detail: string): Problem {
  return new Problem('user.merge_refused', { detail, context: { reason } });
}
