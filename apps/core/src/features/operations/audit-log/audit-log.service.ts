import { auditActions } from '@k12/contracts/operations/audit-actions';
import type { AuditEvent, AuditQuery } from '@k12/contracts/operations/audit-log';
import type { Transaction } from '@k12/db';
import { withOpenedChanges } from '../../../platform/audit/event-changes.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import type { Position } from '../../../platform/in-order-after.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import * as policy from './audit-log.policy.ts';
import * as queries from './audit-log.queries.ts';

const neighbours = 50;

/** Searching leaves an event too; turning the page does not (PRV-119). */
export async function listEvents(context: Context, query: AuditQuery) {
  const visible = visibleTo(context);
  const after = decodeCursor(query.cursor, 2);
  return context.withTenant(async (tx) => {
    const rows = await select(tx, context, visible, query, after);
    const names = await namesIn(tx, rows);
    if (!query.cursor) {
      const { limit, cursor, ...filters } = query;
      await recordAudit(tx, context, { action: 'audit_log.read', changes: { fields: Object.keys(filters) } });
    }
    return pageOf(
      rows,
      query.limit,
      (row) => present(row, names),
      (row) => [row.occurred_at, row.id],
    );
  });
}

const textDays = 90;

/** Words are looked for in one event after the other, so not through all years at once. */
export async function select(
  tx: Transaction,
  context: Context,
  visible: 'all' | string[],
  query: AuditQuery,
  after: Position,
): Promise<queries.EventRow[]> {
  if (query.q === undefined)
    return withOpenedChanges(tx, context, await queries.listEvents(tx, visible, query, after));
  const until = query.to ? new Date(query.to) : context.platform.clock.now();
  const from = query.from ?? new Date(until.getTime() - textDays * 86_400_000).toISOString();
  const text = await queries.selectTextSearch(tx, query.q);
  const found = await queries.listEvents(tx, visible, { ...query, from }, after, text);
  return withOpenedChanges(tx, context, found);
}

export async function listActions() {
  return { data: Object.entries(auditActions).map(([action, meaning]) => ({ action, meaning })) };
}

export async function getEvent(context: Context, id: string) {
  const visible = visibleTo(context);
  return context.readTenant(async (tx) => {
    const found = await queries.selectOptionalEvent(tx, visible, id);
    if (!found) throw new Problem('not_found');
    const beside =
      found.request_id === null
        ? []
        : await queries.listEventsOfRequest(tx, visible, found.request_id, neighbours);
    const [row = found, ...same] = await withOpenedChanges(tx, context, [found, ...beside]);
    const names = await namesIn(tx, [row, ...same]);
    const others = same.filter((other) => other.id !== row.id);
    return { event: present(row, names), same_request: others.map((other) => present(other, names)) };
  });
}

/** The schools in reach, narrowed to the one that was chosen. */
export function visibleTo(context: Context): 'all' | string[] {
  const visible = policy.visibleSchools(context.actor);
  const { school_id } = context;
  if (school_id === null) return visible;
  return visible === 'all' || visible.includes(school_id) ? [school_id] : [];
}

export function namesIn(tx: Transaction, rows: queries.EventRow[]): Promise<Map<string, string>> {
  return namesOf(
    tx,
    rows.flatMap((row) => [row.actor_id, row.on_behalf_of, personIn(row)]),
  );
}

function personIn({ target_type, target_id }: queries.EventRow): string | null {
  return target_type === 'user' ? target_id : null;
}

function present(row: queries.EventRow, names: Map<string, string>): AuditEvent {
  const { tenant_id: _tenant, actor_id, on_behalf_of, changes, ...event } = row;
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? null });
  return {
    ...event,
    actor: person(actor_id),
    on_behalf_of: person(on_behalf_of),
    target_name: names.get(personIn(row) ?? '') ?? null,
    changes: changes as AuditEvent['changes'],
  };
}
