import type { Platform } from '../platform/context.ts';
import { build } from './people.ts';

/** The numbers kept beside a school and its tenant. */
export function countersOf(platform: Platform, tenantId: string, schoolId: string) {
  return build(platform, async (tx) => ({
    ...(await tx
      .selectFrom('schools')
      .select(['students_count', 'staff_count'])
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow()),
    ...(await tx
      .selectFrom('tenants')
      .select('users_count')
      .where('id', '=', tenantId)
      .executeTakeFirstOrThrow()),
  }));
}
