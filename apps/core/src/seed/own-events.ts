import type { Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import { addDays, startOfWeek } from '@k12/plan-content/days';
import { dayIn } from '../platform/clock.ts';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

interface OwnEvent {
  title: string;
  /** From the Monday of this week. */
  in_days: number;
  days?: number;
  times?: [from: string, to: string];
}

const events: readonly OwnEvent[] = [
  { title: 'Department meeting', in_days: 2, times: ['15:30', '16:30'] },
  { title: 'Order dissection kits', in_days: 4 },
  { title: 'Families’ evening', in_days: 10, times: ['18:00', '20:00'] },
  { title: 'Science teachers’ conference', in_days: 17, days: 2 },
];

/** What a teacher has put on the own calendar. */
export async function seedOwnEvents(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
): Promise<void> {
  const owner_id = people.find(({ person }) => person.email === 'teacher@riverbend.example')?.person.id;
  if (!owner_id) return;
  const zone = tenant.time_zone;
  const monday = startOfWeek(dayIn(zone, now));
  const at = now.toISOString();
  await insertRows(
    tx,
    'planner_events',
    events.map(({ title, in_days, days = 1, times }) => {
      const first = addDays(monday, in_days);
      const when = times
        ? { starts_at: instantOf(zone, first, times[0]), ends_at: instantOf(zone, first, times[1]) }
        : { starts_on: first, ends_on: addDays(first, days - 1) };
      const id = demoId(`${tenant.key}/events/${title}`);
      return { tenant_id, id, owner_id, title, ...when, created_at: at, updated_at: at };
    }),
  );
}
