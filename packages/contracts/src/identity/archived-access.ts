import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const archivedFor = ['own_work', 'course', 'none'] as const;

/** What students and guardians still open of archived courses once their year is over, and for how long (IDN-16). */
export const ArchivedAccess = z.strictObject({
  learners: z.enum(archivedFor),
  /** Counted from the day the course was archived. */
  months: z.int().min(1).max(120),
});
export type ArchivedAccess = z.infer<typeof ArchivedAccess>;

export const getArchivedAccess = endpoint({
  name: 'archived_access.get',
  method: 'GET',
  path: '/archived_access',
  summary: 'What families still open of archived courses',
  permission: 'tenant_settings.read',
  rate: 'general',
  replies: { 200: ArchivedAccess },
});

export const putArchivedAccess = endpoint({
  name: 'archived_access.put',
  method: 'PUT',
  path: '/archived_access',
  summary: 'Decide what families still open of archived courses, and for how many months',
  permission: 'tenant_settings.manage',
  rate: 'general',
  body: ArchivedAccess,
  replies: { 200: ArchivedAccess },
});
