import type { SavedView, SavedViewCreate, SavedViewUpdate } from '@k12/contracts/identity/saved-views';
import { isUniqueViolation, type Transaction } from '@k12/db';
import { authorize, reachesSchool, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../users/users.rules.ts';
import * as queries from './saved-views.queries.ts';

export function listSavedViews(context: Context, page: string): Promise<{ data: SavedView[] }> {
  return context.readTenant(async (tx) => {
    const rows = await queries.listViews(tx, readerOf(context), page);
    return { data: rows.map((row) => present(context, row)) };
  });
}

export async function createSavedView(context: Context, input: SavedViewCreate): Promise<SavedView> {
  const { user_id } = readerOf(context);
  const { filters = {}, sort = null, columns = null, shared_with_school_id = null, ...named } = input;
  mayShareWith(context, shared_with_school_id);
  return context.withTenant(async (tx) => {
    const created_at = context.platform.clock.now().toISOString();
    const view = { ...named, filters, sort, columns, shared_with_school_id, user_id, created_at };
    const created = await queries.createView(tx, view);
    if (!created) throw nameTaken();
    return present(context, await selectView(tx, context, created.id));
  });
}

export async function updateSavedView(
  context: Context,
  id: string,
  { lock_version, ...changes }: SavedViewUpdate,
): Promise<SavedView> {
  mayShareWith(context, changes.shared_with_school_id ?? null);
  return context
    .withTenant(async (tx) => {
      const before = await selectOwnView(tx, context, id);
      const updated_at = context.platform.clock.now().toISOString();
      if (!(await queries.updateView(tx, id, lock_version, { ...changes, updated_at })))
        throw new Problem('version_conflict', { current: present(context, before) });
      return present(context, await selectView(tx, context, id));
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameTaken() : error;
    });
}

export async function deleteSavedView(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    await selectOwnView(tx, context, id);
    await queries.deleteView(tx, id);
  });
}

/** One's own, and what is shared with a school whose staff one belongs to: students and guardians reach no school. */
function readerOf({ actor }: Context) {
  if (!actor.user_id) throw new Problem('not_found');
  return { user_id: actor.user_id, school_ids: schoolsInReach(actor, 'schools.read') };
}

async function selectView(tx: Transaction, context: Context, id: string): Promise<queries.SavedViewRow> {
  const view = await queries.selectOptionalView(tx, readerOf(context), id);
  if (!view) throw new Problem('not_found');
  return view;
}

/** Shared ones are changed by who made them and nobody else. */
async function selectOwnView(tx: Transaction, context: Context, id: string) {
  const view = await selectView(tx, context, id);
  authorize(view.user_id === context.actor.user_id, 'schools.read');
  return view;
}

function mayShareWith({ actor }: Context, schoolId: string | null): void {
  if (schoolId) authorize(reachesSchool(actor, 'schools.read', schoolId), 'schools.read');
}

function nameTaken(): Problem {
  return new Problem('conflict', {
    errors: [{ pointer: '/name', code: 'name_taken', detail: 'You have a view of this name here.' }],
  });
}

function present({ actor }: Context, row: queries.SavedViewRow): SavedView {
  const { id, page, name, sort, columns, shared_with_school_id, created_at, lock_version } = row;
  const isOwn = row.user_id === actor.user_id;
  return {
    ...{ id, page, name, sort, columns, shared_with_school_id, created_at, lock_version },
    filters: row.filters as SavedView['filters'],
    owner_name: displayName(row),
    can: { update: isOwn, delete: isOwn },
  };
}
