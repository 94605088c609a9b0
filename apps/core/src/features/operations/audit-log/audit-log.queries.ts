import type { AuditQuery } from '@k12/contracts/operations/audit-log';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { fold } from '../../identity/users/users.rules.ts';

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];
type Visible = 'all' | string[];

function events(tx: Transaction, visible: Visible) {
  const rows = tx
    .selectFrom('audit_events as e')
    .leftJoin('audit_chain as c', 'c.event_id', 'e.id')
    .selectAll('e')
    .select('c.number');
  return visible === 'all' ? rows : rows.where('e.school_id', 'in', visible);
}

const equalities = [
  'actor_id',
  'on_behalf_of',
  'target_type',
  'target_id',
  'action',
  'school_id',
  'outcome',
  'ip',
  'request_id',
] as const;

export interface TextSearch {
  pattern: string;
  /** Whose name holds the words. */
  people: string[];
}

const peopleSearched = 200;

export async function selectTextSearch(tx: Transaction, words: string): Promise<TextSearch> {
  const rows = await tx
    .selectFrom('users')
    .select('id')
    .where('search_text', 'like', containing(fold(words)))
    .limit(peopleSearched)
    .execute();
  return { pattern: containing(words), people: rows.map((row) => row.id) };
}

/** Newest first; `after` is the position of the last row already shown. */
export function listEvents(
  tx: Transaction,
  visible: Visible,
  query: AuditQuery,
  after: Position,
  text?: TextSearch,
) {
  let rows = events(tx, visible).limit(query.limit + 1);
  for (const field of equalities) {
    const value = query[field];
    if (value !== undefined) rows = rows.where(`e.${field}`, '=', value as never);
  }
  if (query.from) rows = rows.where('e.occurred_at', '>=', query.from);
  if (query.to) rows = rows.where('e.occurred_at', '<', query.to);
  if (text) {
    const { pattern, people } = text;
    rows = rows.where((eb) =>
      eb.or([
        eb('e.reason', 'ilike', pattern),
        eb('e.action', 'ilike', pattern),
        eb(sql<string>`e.changes::text`, 'ilike', pattern),
        ...(people.length > 0 ? [eb('e.actor_id', 'in', people), eb('e.on_behalf_of', 'in', people)] : []),
      ]),
    );
  }
  return inOrderAfter(rows, ['e.occurred_at', 'e.id'], after, 'desc').execute();
}

export function selectOptionalEvent(tx: Transaction, visible: Visible, id: string) {
  return events(tx, visible).where('e.id', '=', id).executeTakeFirst();
}

export function listEventsOfRequest(tx: Transaction, visible: Visible, requestId: string, limit: number) {
  return events(tx, visible).where('e.request_id', '=', requestId).orderBy('e.id').limit(limit).execute();
}

export function selectLatestOf(tx: Transaction, action: string) {
  return tx
    .selectFrom('audit_events')
    .select(['occurred_at', 'changes'])
    .where('action', '=', action)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
