import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { requirePersonInReach } from './people-in-reach.service.ts';
import * as queries from './sign-in-events.queries.ts';

interface PageQuery {
  limit: number;
  cursor?: string | undefined;
}

const shownDays = 30;

export async function listMySignInEvents(context: Context, query: PageQuery) {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  return context.readTenant((tx) => listEvents(tx, context, user_id, query));
}

/** Failures with their reasons, for the admin's one screen about a person (IDN-40). */
export async function listUserSignInEvents(context: Context, userId: string, query: PageQuery) {
  return context.readTenant(async (tx) => {
    await requirePersonInReach(tx, context, userId, 'sessions.revoke_others');
    return listEvents(tx, context, userId, query);
  });
}

async function listEvents(tx: Transaction, { platform }: Context, userId: string, query: PageQuery) {
  const since = new Date(platform.clock.now().getTime() - shownDays * 86_400_000).toISOString();
  const after = decodeCursor(query.cursor, 2);
  const rows = await queries.listSignInEvents(tx, userId, since, { limit: query.limit, after });
  return pageOf(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.occurred_at, row.id],
  );
}
