import type { Transaction } from '@k12/db';
import { addDays, daysBetween, weekdayOf } from '@k12/plan-content/days';
import { activeYearStart } from './calendar.ts';
import { type Seeding, schoolId } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

interface DayGiven {
  from: string;
  to?: string;
  note: string;
  half?: true;
}

/** Holidays and half days of the school year that begins in August of `start`. */
export function holidaysOf(start: number): DayGiven[] {
  const thanksgiving = nthWeekday(start, 11, 4, 4);
  const winter = mondayOf(`${start}-12-21`);
  const spring = nthWeekday(start + 1, 4, 1, 1);
  const midwinter = nthWeekday(start + 1, 2, 1, 3);
  return [
    { from: nthWeekday(start, 9, 1, 1), note: 'Labor Day' },
    { from: nthWeekday(start, 10, 1, 2), note: 'Autumn holiday' },
    { from: `${start}-11-11`, note: 'Veterans Day' },
    { from: addDays(thanksgiving, -2), note: 'Conferences, early dismissal', half: true },
    { from: addDays(thanksgiving, -1), to: addDays(thanksgiving, 1), note: 'Thanksgiving break' },
    { from: addDays(winter, -3), note: 'Early dismissal', half: true },
    { from: winter, to: addDays(winter, 11), note: 'Winter break' },
    { from: nthWeekday(start + 1, 1, 1, 3), note: 'Martin Luther King Jr. Day' },
    { from: midwinter, to: addDays(midwinter, 4), note: 'Midwinter break' },
    { from: spring, to: addDays(spring, 4), note: 'Spring break' },
    { from: mondayOf(`${start + 1}-05-31`), note: 'Memorial Day' },
  ];
}

/** The n-th of a weekday in a month; 1 is Monday, 4 Thursday. */
function nthWeekday(year: number, month: number, weekday: number, n: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}

function mondayOf(day: string): string {
  return addDays(day, 1 - (weekdayOf(day) || 7));
}

/** Breaks and half days of every school, and the A/B rotation of the high school. */
export async function seedSchoolDays(tx: Transaction, { tenant, tenant_id, now }: Seeding): Promise<void> {
  const active = activeYearStart(now);
  for (const school of tenant.schools) {
    const school_id = schoolId(tenant, school.key);
    const days = [active - 1, active, active + 1].flatMap(holidaysOf);
    await insertRows(
      tx,
      'school_days',
      days.flatMap((given) =>
        daysBetween(given.from, given.to ?? given.from)
          .filter((day_on) => weekdayOf(day_on) % 6 !== 0)
          .map((day_on) => ({
            tenant_id,
            school_id,
            day_on,
            is_instructional: given.half === true,
            bell_schedule: given.half ? 'half_day' : 'normal',
            closes_at: given.half ? '12:00' : null,
            note: given.note,
          })),
      ),
    );
    await insertRows(
      tx,
      'school_calendars',
      [active - 1, active, active + 1].map((start) => ({
        tenant_id,
        school_id,
        academic_year_id: demoId(`${tenant.key}/years/${start}`),
        rotation_days: school.key === 'high' ? ['A', 'B'] : [],
        updated_at: now.toISOString(),
      })),
    );
  }
}
