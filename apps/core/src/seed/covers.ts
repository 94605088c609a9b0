import type { Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import { dayIn } from '../platform/clock.ts';
import type { SeedCourse, SeedSection } from './courses.ts';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

interface Cover {
  /** E-mail of who is away, and of who stands in. */
  away: string;
  substitute: string;
  in_days: number;
  days: number;
  note: string;
}

const covers: readonly Cover[] = [
  {
    away: 'two.schools@riverbend.example',
    substitute: 'teacher@riverbend.example',
    in_days: 1,
    days: 2,
    note: 'Seating plan in the top drawer. Group three may start without me; they know the task.',
  },
  {
    away: 'teacher@riverbend.example',
    substitute: 'two.schools@riverbend.example',
    in_days: 8,
    days: 1,
    note: 'Goggles are in the cupboard by the window. Nobody lights anything; the film is the fallback.',
  },
];

/** Somebody is away soon, and a colleague has the lessons of those days. */
export async function seedCovers(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
  courses: readonly SeedCourse[],
): Promise<void> {
  const today = dayIn(tenant.time_zone, now);
  const idOf = (email: string) => people.find(({ person }) => person.email === email)?.person.id;
  for (const { away, substitute, in_days, days, note } of covers) {
    const [teacher_id, substitute_id] = [idOf(away), idOf(substitute)];
    if (!teacher_id || !substitute_id) continue;
    const taught = sectionsOf(courses, teacher_id);
    const [first] = taught;
    if (!first) continue;
    const starts_on = schoolDay(addDays(today, in_days));
    const id = demoId(`${tenant.key}/covers/${away}`);
    await insertRows(tx, 'substitutions', [
      {
        ...{ tenant_id, id, school_id: first.course.school_id, teacher_id, substitute_id, note },
        ...{ starts_on, ends_on: schoolDay(addDays(starts_on, days - 1)) },
        ...{ created_by: teacher_id, created_at: now.toISOString() },
      },
    ]);
    const section_ids = taught.flatMap(({ course, section }) =>
      course.school_id === first.course.school_id ? [section.id] : [],
    );
    await insertRows(
      tx,
      'substitution_sections',
      section_ids.map((section_id) => ({ tenant_id, substitution_id: id, section_id })),
    );
  }
}

function sectionsOf(courses: readonly SeedCourse[], teacherId: string) {
  return courses
    .filter(({ year }) => year === 'active')
    .flatMap((course) => course.sections.map((section: SeedSection) => ({ course, section })))
    .filter(({ section }) => section.teacher_id === teacherId)
    .sort((a, b) => a.course.school_id.localeCompare(b.course.school_id));
}

/** A day at the weekend is the Monday after it. */
function schoolDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
