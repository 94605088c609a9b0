import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import type { CourseRow } from './course-access.service.ts';
import * as queries from './enrollments.queries.ts';
import { firstDay } from './enrollments.service.ts';
import { followWithdrawal } from './withdrawals.service.ts';

interface Group {
  section_id: string;
  role: queries.EnrollmentRow['role'];
  source: 'manual' | 'csv';
  user_ids: readonly string[];
}

/** Puts people into a section, and those who left it before back into it; one event tells of all of them. */
export async function enrollMany(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  { section_id, role, source, user_ids }: Group,
): Promise<void> {
  if (user_ids.length === 0) return;
  const now = context.platform.clock.now().toISOString();
  const starts_on = await firstDay(tx, context, course, { role });
  const former = await queries.listFormer(tx, { section_id, role }, user_ids);
  const known = new Set(former.map(({ user_id }) => user_id));
  const rows = user_ids
    .filter((user_id) => !known.has(user_id))
    .map((user_id) => ({ id: newId(), section_id, user_id, role, source, starts_on, created_at: now }));
  await queries.createEnrollments(tx, rows);
  await queries.activateEnrollments(
    tx,
    former.map(({ id }) => id),
    now,
  );
  for (const { user_id, withdrawn_at, state } of former) {
    const states = { state_before: state, state_after: 'active', withdrawn_at, now };
    await followWithdrawal(tx, { course_id: course.id, user_id, role, ...states });
  }
  await recordAudit(tx, context, {
    action: 'enrollment.bulk_created',
    target_type: 'section',
    target_id: section_id,
    school_id: course.school_id,
    changes: {
      role,
      source,
      count: user_ids.length,
      enrollment_ids: [...rows, ...former].map(({ id }) => id),
    },
  });
  const told = { section_id, course_id: course.id, count: user_ids.length };
  await publishEvent(tx, context, 'enrollments.created', told);
}
