import { defaultPreferences, Preferences, type PreferencesUpdate } from '@k12/contracts/identity/preferences';
import type { Transaction } from '@k12/db';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './preferences.queries.ts';

type Stored = Preferences & { lock_version: number };

export function getPreferences(context: Context): Promise<Stored> {
  return context.readTenant((tx) => readPreferences(tx, ownId(context)), { at_once: true });
}

/** Listed keys only, each with its type; what is not named stays (IDN-33). */
export function updatePreferences(
  context: Context,
  input: z.output<typeof PreferencesUpdate>,
): Promise<Stored> {
  const { lock_version, reading, context_panel, ...changes } = input;
  const user_id = ownId(context);
  return context.withTenant(async (tx) => {
    const { lock_version: current, ...before } = await readPreferences(tx, user_id);
    const preferences = Preferences.parse({
      ...before,
      ...changes,
      reading: { ...before.reading, ...reading },
      context_panel: { ...before.context_panel, ...context_panel },
    });
    const updated_at = context.platform.clock.now().toISOString();
    const row = { user_id, preferences: JSON.stringify(preferences), lock_version, updated_at };
    const saved = lock_version === current ? await queries.savePreferences(tx, row) : undefined;
    if (!saved) throw new Problem('version_conflict', { current: await readPreferences(tx, user_id) });
    return { ...preferences, lock_version: saved.lock_version };
  });
}

/** For signing in: where the person last went by the menu of roles. */
export async function selectChosenHome(tx: Transaction, userId: string): Promise<string | null> {
  return (await readPreferences(tx, userId)).home;
}

async function readPreferences(tx: Transaction, userId: string): Promise<Stored> {
  const row = await queries.selectOptionalPreferences(tx, userId);
  const read = Preferences.safeParse({ ...defaultPreferences, ...(row?.preferences as object | undefined) });
  return { ...(read.data ?? defaultPreferences), lock_version: row?.lock_version ?? 0 };
}

function ownId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
