import type { Changes, Transaction } from '@k12/db';
import { newId } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];

export function listEvents(
  tx: Transaction,
  ownerId: string,
  filter: {
    id?: string;
    limit?: number;
    after?: Position;
    deleted_since?: string;
  } = {},
) {
  let rows = tx.selectFrom('planner_events').selectAll().where('owner_id', '=', ownerId);
  const since = filter.deleted_since;
  rows = since
    ? rows.where((eb) => eb.or([eb('deleted_at', 'is', null), eb('deleted_at', '>', since)]))
    : rows.where('deleted_at', 'is', null);
  if (filter.id) rows = rows.where('id', '=', filter.id);
  if (filter.limit) rows = rows.limit(filter.limit);
  return inOrderAfter(rows, ['id'], filter.after, 'desc').execute();
}

/** The zone a person chose for themselves; null follows the organisation. */
export async function selectOwnZone(tx: Transaction, userId: string): Promise<string | null> {
  const user = await tx.selectFrom('users').select('time_zone').where('id', '=', userId).executeTakeFirst();
  return user?.time_zone ?? null;
}

export interface EventFields {
  title: string;
  color: string | null;
  starts_on: string | null;
  ends_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

export async function createEvent(
  tx: Transaction,
  event: EventFields & { id: string; owner_id: string; created_at: string },
): Promise<void> {
  await tx
    .insertInto('planner_events')
    .values({ ...event, updated_at: event.created_at })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateEvent(
  tx: Transaction,
  key: { id: string; owner_id: string; lock_version: number },
  changes: Changes<EventFields & { deleted_at: string }> & { updated_at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('planner_events')
    .set((eb) => ({
      ...changes,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', key.id)
    .where('owner_id', '=', key.owner_id)
    .where('lock_version', '=', key.lock_version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Sections these people learn in today, with the school's zone. */
export function listSectionsOfStudents(tx: Transaction, studentIds: readonly string[], today: string) {
  if (studentIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select(['member.user_id', 'section.id as section_id', 'course.id as course_id', 'course.school_id'])
    .select('course.academic_year_id')
    .where('member.user_id', 'in', studentIds)
    .where('member.role', '=', 'student')
    .where('member.state', '=', 'active')
    .where('course.state', '=', 'active')
    .where((eb) => eb.or([eb('member.starts_on', 'is', null), eb('member.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('member.ends_on', 'is', null), eb('member.ends_on', '>=', today)]))
    .execute();
}

export function listZones(tx: Transaction, schoolIds: readonly string[]) {
  if (schoolIds.length === 0) return Promise.resolve([]);
  return tx.selectFrom('schools').select(['id', 'time_zone']).where('id', 'in', schoolIds).execute();
}

export function listDaysOff(tx: Transaction, schoolIds: readonly string[], from: string, to: string) {
  if (schoolIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('school_days')
    .select(['school_id', 'day_on', 'is_instructional', 'note'])
    .where('school_id', 'in', schoolIds)
    .where('day_on', '>=', from)
    .where('day_on', '<=', to)
    .orderBy('school_id')
    .orderBy('day_on')
    .execute();
}

export function listTerms(tx: Transaction, from: string, to: string) {
  return tx
    .selectFrom('terms')
    .select(['id', 'name', 'starts_on', 'ends_on', 'updated_at'])
    .where('ends_on', '>=', from)
    .where('starts_on', '<=', to)
    .where('parent_term_id', 'is', null)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

export function listFeeds(tx: Transaction, userId: string) {
  return tx
    .selectFrom('calendar_feeds as feed')
    .leftJoin('courses as course', 'course.id', 'feed.course_id')
    .select([
      'feed.id',
      'feed.course_id',
      'course.name as course_name',
      'feed.created_at',
      'feed.last_used_at',
    ])
    .where('feed.user_id', '=', userId)
    .orderBy('feed.created_at')
    .orderBy('feed.id')
    .execute();
}

/** A new address for the same feed: the old one answers no longer. */
export async function replaceFeed(
  tx: Transaction,
  feed: {
    tenant_id: string;
    user_id: string;
    course_id: string | null;
    secret_hash: Buffer;
    created_at: string;
  },
): Promise<string> {
  const { tenant_id, ...row } = feed;
  await deleteFeeds(tx, { user_id: feed.user_id, course_id: feed.course_id });
  const id = newId();
  await tx
    .insertInto('calendar_feeds')
    .values({ ...row, id })
    .execute();
  await tx
    .insertInto('calendar_feed_directory')
    .values({ secret_hash: feed.secret_hash, tenant_id, feed_id: id })
    .execute();
  return id;
}

export async function deleteFeeds(
  tx: Transaction,
  filter: { user_id: string; id?: string; course_id?: string | null },
): Promise<number> {
  let rows = tx.deleteFrom('calendar_feeds').where('user_id', '=', filter.user_id);
  if (filter.id) rows = rows.where('id', '=', filter.id);
  const course = filter.course_id;
  if (course !== undefined) {
    rows = course === null ? rows.where('course_id', 'is', null) : rows.where('course_id', '=', course);
  }
  const gone = await rows.returning('secret_hash').execute();
  for (const { secret_hash } of gone) {
    await tx.deleteFrom('calendar_feed_directory').where('secret_hash', '=', secret_hash).execute();
  }
  return gone.length;
}

export function selectOptionalDirectoryEntry(
  global: Transaction,
  secretHash: Buffer,
): Promise<{ tenant_id: string; feed_id: string } | undefined> {
  return global
    .selectFrom('calendar_feed_directory')
    .select(['tenant_id', 'feed_id'])
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
}

/** The feed, with a note of the day it was read. */
export function updateToUsed(tx: Transaction, id: string, at: string) {
  return tx
    .updateTable('calendar_feeds')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .returning(['user_id', 'course_id'])
    .executeTakeFirst();
}
