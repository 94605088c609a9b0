import { Readable } from 'node:stream';
import type { AuditExportQuery } from '@k12/contracts/operations/audit-log';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { csvLine } from '../../../platform/csv/write-csv.ts';
import type { EventRow } from './audit-log.queries.ts';
import { namesIn, select, visibleTo } from './audit-log.service.ts';

const pageRows = 1_000;
const mostRows = 50_000;
const heading = [
  'number',
  'occurred_at',
  'action',
  'outcome',
  'actor_kind',
  'actor',
  'on_behalf_of',
  'target_type',
  'target_id',
  'school_id',
  'reason',
  'changes',
  'ip',
  'request_id',
  'id',
];

/** The copy that leaves is itself an event (PRV-119); the rows follow page by page while they are sent. */
export async function exportEvents(context: Context, query: AuditExportQuery): Promise<Readable> {
  authorize(reachesTenant(context.actor, 'audit_log.export'), 'audit_log.export');
  const { reason, ...filters } = query;
  await context.withTenant((tx) =>
    recordAudit(tx, context, {
      action: 'audit_log.exported',
      reason,
      changes: { fields: Object.keys(filters) },
    }),
  );
  return Readable.from(lines(context, filters));
}

async function* lines(context: Context, filters: Omit<AuditExportQuery, 'reason'>): AsyncGenerator<string> {
  yield csvLine(heading);
  // What happens while the copy is made does not move its pages.
  const to = filters.to ?? context.platform.clock.now().toISOString();
  let after: string[] | undefined;
  for (let sent = 0; sent < mostRows; ) {
    const query = { ...filters, to, limit: pageRows };
    const { rows, names } = await context.readTenant(async (tx) => {
      const found = await select(tx, context, visibleTo(context), query, after);
      return { rows: found.slice(0, pageRows), names: await namesIn(tx, found) };
    });
    yield rows.map((row) => csvLine(cellsOf(row, names))).join('');
    sent += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = [last.occurred_at, last.id];
  }
}

function cellsOf(row: EventRow, names: Map<string, string>): unknown[] {
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  const { changes } = row;
  return [
    row.number,
    row.occurred_at,
    row.action,
    row.outcome,
    row.actor_kind,
    name(row.actor_id),
    name(row.on_behalf_of),
    row.target_type,
    row.target_id,
    row.school_id,
    row.reason,
    Object.keys(changes as object).length > 0 ? changes : null,
    row.ip,
    row.request_id,
    row.id,
  ];
}
