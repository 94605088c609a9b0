import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';

interface Entry {
  id: string;
  course: { school_id: string };
  changes?: Record<string, unknown>;
}

export function auditAssignment(
  tx: Transaction,
  context: Context,
  action: string,
  { id, course, changes }: Entry,
): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'assignment',
    target_id: id,
    school_id: course.school_id,
    ...(changes && { changes }),
  });
}
