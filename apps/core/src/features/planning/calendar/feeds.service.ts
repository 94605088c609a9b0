import { createHash, randomBytes } from 'node:crypto';
import { type CalendarFeed, calendarKinds, type OpenedFeed } from '@k12/contracts/planning/calendar';
import { addDays } from '@k12/plan-content/days';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../../identity/actors/actors.service.ts';
import { selectReadableCourse } from '../../teaching/courses/course-access.service.ts';
import * as queries from './calendar.queries.ts';
import { type DatedItem, loadItems } from './calendar-items.service.ts';
import { icalOf } from './ical.rules.ts';

export async function listFeeds(context: Context): Promise<{ data: CalendarFeed[] }> {
  const { user_id } = context.actor;
  if (!user_id) return { data: [] };
  return { data: await context.readTenant((tx) => queries.listFeeds(tx, user_id)) };
}

/** The address is told once; whoever opens the feed again gets a new one and the old one ends (PLN-123). */
export async function openFeed(context: Context, courseId: string | null): Promise<OpenedFeed> {
  const { actor, platform } = context;
  const { user_id, tenant_id } = actor;
  if (!user_id) throw new Problem('forbidden');
  const secret = randomBytes(32).toString('base64url');
  return context.withTenant(async (tx) => {
    if (courseId) await selectReadableCourse(tx, context, courseId);
    const known = await queries.listFeeds(tx, user_id);
    const isReset = known.some(({ course_id }) => course_id === courseId);
    const created_at = platform.clock.now().toISOString();
    const row = { tenant_id, user_id, course_id: courseId, secret_hash: hashOf(secret), created_at };
    const id = await queries.replaceFeed(tx, row);
    const action = isReset ? 'calendar_feed.reset' : 'calendar_feed.created';
    await recordAudit(tx, context, { action, target_type: 'calendar_feed', target_id: id });
    const feed = (await queries.listFeeds(tx, user_id)).find((one) => one.id === id);
    if (!feed) throw new Problem('not_found');
    return { ...feed, address: `${platform.config.WEB_URL}/api/v1/calendar/feeds/${secret}.ics` };
  });
}

export async function deleteFeed(context: Context, id: string): Promise<void> {
  const { user_id } = context.actor;
  await context.withTenant(async (tx) => {
    if (!user_id || (await queries.deleteFeeds(tx, { user_id, id })) === 0) throw new Problem('not_found');
    const target = { target_type: 'calendar_feed', target_id: id };
    await recordAudit(tx, context, { action: 'calendar_feed.deleted', ...target });
  });
}

const daysBack = 60;
const daysAhead = 339;
const cancelledDays = 30;

/** For calendar programs: no session, the secret alone says whose calendar it is. */
export async function readFeed(platform: Platform, address: string): Promise<string> {
  const secret = /^([A-Za-z0-9_-]{43})\.ics$/.exec(address)?.[1];
  if (!secret) throw new Problem('not_found');
  const entry = await queries.selectOptionalDirectoryEntry(platform.db.global, hashOf(secret));
  if (!entry) throw new Problem('not_found');
  const now = platform.clock.now();
  const feed = await platform.db.withTenant({ tenant_id: entry.tenant_id }, (tx) =>
    queries.updateToUsed(tx, entry.feed_id, now.toISOString()),
  );
  const actor = feed && (await loadActor(platform, entry.tenant_id, feed.user_id, async () => null));
  if (!feed || !actor) throw new Problem('not_found');
  const context = createContext({ platform, actor, request_id: 'calendar-feed' });
  const today = now.toISOString().slice(0, 10);
  const range = { from: addDays(today, -daysBack), to: addDays(today, daysAhead) };
  const items = await context.readTenant((tx) =>
    loadItems(tx, context, {
      ...range,
      course_id: feed.course_id ?? undefined,
      kinds: new Set(calendarKinds),
      deleted_since: new Date(now.getTime() - cancelledDays * 86_400_000).toISOString(),
    }),
  );
  return icalOf({
    name: actor.display_name,
    events: items.map(asEvent),
    from: new Date(`${range.from}T00:00:00Z`),
    to: new Date(`${addDays(range.to, 1)}T00:00:00Z`),
  });
}

function asEvent(item: DatedItem) {
  return {
    uid: `${item.key.replaceAll(':', '-')}@homeroom`,
    sequence: item.sequence,
    title: item.title,
    detail: item.detail,
    location: item.location,
    starts_on: item.starts_on,
    ends_on: item.ends_on,
    starts: item.starts,
    ends: item.ends,
    time_zone: item.time_zone,
    updated_at: item.updated_at,
    is_cancelled: item.is_cancelled,
  };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
