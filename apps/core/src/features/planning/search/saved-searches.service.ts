import type { SavedSearch, SavedSearchCreate, SavedSearchUpdate } from '@k12/contracts/planning/search';
import { isUniqueViolation, newId } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './saved-searches.queries.ts';

/** Saved searches are everybody's own: nobody else reads or changes them. */
function owner(context: Context): string {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('not_found');
  return user_id;
}

export async function listSavedSearches(context: Context): Promise<{ data: SavedSearch[] }> {
  const rows = await context.readTenant((tx) => queries.listSavedSearches(tx, owner(context)));
  return { data: rows.map(present) };
}

export async function createSavedSearch(context: Context, input: SavedSearchCreate): Promise<SavedSearch> {
  const user_id = owner(context);
  return context.withTenant(async (tx) => {
    const row = await queries.createSavedSearch(tx, {
      id: newId(),
      user_id,
      name: input.name,
      query: input.query,
      digest: input.digest ?? false,
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!row) throw nameTaken();
    return present(row);
  });
}

export async function updateSavedSearch(
  context: Context,
  id: string,
  { lock_version, ...changes }: SavedSearchUpdate,
): Promise<SavedSearch> {
  const user_id = owner(context);
  const updated_at = context.platform.clock.now().toISOString();
  return context
    .withTenant(async (tx) => {
      const before = await queries.selectOptionalSavedSearch(tx, user_id, id);
      if (!before) throw new Problem('not_found');
      const row = await queries.updateSavedSearch(tx, id, lock_version, { ...changes, updated_at });
      if (!row) throw new Problem('version_conflict', { current: present(before) });
      return present(row);
    })
    .catch((error) => {
      throw isUniqueViolation(error) ? nameTaken() : error;
    });
}

export async function deleteSavedSearch(context: Context, id: string): Promise<void> {
  const deleted = await context.withTenant((tx) => queries.deleteSavedSearch(tx, owner(context), id));
  if (!deleted) throw new Problem('not_found');
}

function nameTaken(): Problem {
  return new Problem('conflict', {
    errors: [{ pointer: '/name', code: 'name_taken', detail: 'You have a saved search of this name.' }],
  });
}

function present(row: queries.SavedSearchRow): SavedSearch {
  const { id, name, query, digest, created_at, updated_at, lock_version } = row;
  return { id, name, query: query as SavedSearch['query'], digest, created_at, updated_at, lock_version };
}
