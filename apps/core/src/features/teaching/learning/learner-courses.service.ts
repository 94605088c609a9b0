import type { Transaction } from '@k12/db';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { archivedSince } from '../../identity/archived-access/archived-access.rules.ts';
import { selectTenant } from '../../identity/tenants/tenants.service.ts';
import * as queries from './learning.queries.ts';
import { isOpenToLearner } from './learning.rules.ts';

/** Courses somebody is or was a student of, as far as they may still open their own work there (IDN-16). */
export async function enrolledRows(
  tx: Transaction,
  { platform, actor, school_id }: Context,
  studentId: string,
): Promise<queries.EnrolledRow[]> {
  const now = platform.clock.now();
  const { archived_access } = await selectTenant(platform, actor.tenant_id);
  const since = archivedSince(archived_access, 'submissions.read', now);
  const rows = await queries.listEnrolledCourses(tx, studentId, school_id);
  return rows.filter((row) => isOpenToLearner(row, dayIn(row.time_zone, now), since));
}
