import { AuditOutcome, type AuditQuery } from '@k12/contracts/operations/audit-log';
import { isId, isOneOf, isShort } from '@/lib/address-values.ts';

const isText = (value: string) => value.length >= 2 && value.length <= 80;

const checks = {
  q: isText,
  action: isShort,
  outcome: isOneOf(AuditOutcome.options),
  school_id: isId,
  actor_id: isId,
  target_id: isId,
  request_id: isShort,
  ip: isShort,
};

/** What a kept view of the log remembers. */
export const viewWords = [...Object.keys(checks), 'from', 'to'];

/** What the address asks of the log. Days are the reader's own: from the start of the first to the end of the last. */
export function auditQuery(read: (name: string) => string | null | undefined): Partial<AuditQuery> {
  const given = Object.entries(checks).flatMap(([name, isValid]) => {
    const value = read(name)?.trim();
    return value && isValid(value) ? [[name, value] as const] : [];
  });
  const from = edgeOf(read('from'), 'T00:00:00');
  const to = edgeOf(read('to'), 'T23:59:59');
  return { ...Object.fromEntries(given), ...(from && { from }), ...(to && { to }) };
}

function edgeOf(day: string | null | undefined, time: string): string | null {
  const date = new Date(`${day}${time}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
