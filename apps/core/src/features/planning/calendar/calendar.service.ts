import {
  type CalendarItem,
  type CalendarQuery,
  calendarKinds,
  type PlannerEvent,
  type PlannerEventCreate,
  type PlannerEventUpdate,
} from '@k12/contracts/planning/calendar';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { withoutUndefined } from '../../../platform/without-undefined.ts';
import { selectTenant } from '../../identity/tenants/tenants.service.ts';
import { rangeProblems } from '../../teaching/school-days/school-days.rules.ts';
import * as queries from './calendar.queries.ts';
import { loadItems } from './calendar-items.service.ts';

/** One request for everything between two days, at most 400 of them (PLN-120). */
export async function getCalendar(
  context: Context,
  query: CalendarQuery,
): Promise<{ time_zone: string; data: CalendarItem[] }> {
  const errors = rangeProblems(query.from, query.to);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const kinds = new Set(query.kinds ?? calendarKinds);
  const { time_zone } = await selectTenant(context.platform, context.actor.tenant_id);
  const data = await context.readTenant((tx) => loadItems(tx, context, { ...query, kinds }));
  return { time_zone, data };
}

export async function listPlannerEvents(
  context: Context,
  query: { limit: number; cursor?: string | undefined },
) {
  const after = decodeCursor(query.cursor, 1);
  const rows = await context.readTenant((tx) =>
    queries.listEvents(tx, ownerOf(context), { limit: query.limit + 1, after }),
  );
  return pageOf(rows, query.limit, present, (row) => [row.id]);
}

export async function createPlannerEvent(context: Context, input: PlannerEventCreate): Promise<PlannerEvent> {
  const fields = checked({ ...empty, ...withoutUndefined(input) });
  return context.withTenant(async (tx) => {
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await queries.createEvent(tx, { ...fields, id, owner_id: ownerOf(context), created_at });
    return present(await selectEvent(tx, context, id));
  });
}

export async function updatePlannerEvent(
  context: Context,
  id: string,
  input: PlannerEventUpdate,
): Promise<PlannerEvent> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectEvent(tx, context, id);
    const fields = checked({ ...present(before), ...withoutUndefined(changes) });
    const key = { id, owner_id: ownerOf(context), lock_version };
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateEvent(tx, key, { ...fields, updated_at }))) {
      throw new Problem('version_conflict', { current: present(before) });
    }
    return present(await selectEvent(tx, context, id));
  });
}

export async function deletePlannerEvent(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { lock_version } = await selectEvent(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    const key = { id, owner_id: ownerOf(context), lock_version };
    await queries.updateEvent(tx, key, { deleted_at: now, updated_at: now });
  });
}

const empty: queries.EventFields = {
  title: '',
  color: null,
  starts_on: null,
  ends_on: null,
  starts_at: null,
  ends_at: null,
};

/** Days or times, never both and never half (PLN-122). */
function checked(event: queries.EventFields): queries.EventFields {
  const { title, color, starts_on, ends_on, starts_at, ends_at } = event;
  const isDays = starts_on !== null && ends_on !== null && starts_at === null && ends_at === null;
  const isTimes = starts_at !== null && ends_at !== null && starts_on === null && ends_on === null;
  if (!isDays && !isTimes) throw missing(event);
  if ((isDays && ends_on < starts_on) || (isTimes && new Date(ends_at) < new Date(starts_at))) {
    throw invalid(isDays ? '/ends_on' : '/ends_at', 'ends_before_start', 'Must not be before the start.');
  }
  return { title, color, starts_on, ends_on, starts_at, ends_at };
}

/** Half of a pair asks for its other half; days and times together are too much. */
function missing(event: queries.EventFields): Problem {
  const hasDays = event.starts_on !== null || event.ends_on !== null;
  const hasTimes = event.starts_at !== null || event.ends_at !== null;
  if (hasDays && hasTimes) return invalid('/starts_on', 'one_of_two', 'Give days or times, not both.');
  const pair = hasTimes ? (['starts_at', 'ends_at'] as const) : (['starts_on', 'ends_on'] as const);
  const errors = pair.filter((name) => event[name] === null);
  return new Problem('request.invalid', {
    errors: errors.map((name) => ({ pointer: `/${name}`, code: 'required', detail: 'This is needed.' })),
  });
}

async function selectEvent(tx: Transaction, context: Context, id: string): Promise<queries.EventRow> {
  const [event] = await queries.listEvents(tx, ownerOf(context), { id });
  if (!event) throw new Problem('not_found');
  return event;
}

function ownerOf({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}

function present(row: queries.EventRow | PlannerEvent): PlannerEvent {
  const { id, title, color, starts_on, ends_on, starts_at, ends_at, lock_version } = row;
  return { id, title, color, starts_on, ends_on, starts_at, ends_at, lock_version };
}
