import type { Transaction } from '@k12/db';
import { daysBetween } from '@k12/plan-content/days';
import { type SchoolDate, schoolDates } from '@k12/plan-content/school-dates';
import { type SectionMeeting, sectionMeetings } from '@k12/plan-content/section-meetings';
import { dayIn } from '../platform/clock.ts';
import { activeYearStart } from './calendar.ts';
import { meetingsOf, type SeedCourse, type SeedSection } from './courses.ts';
import type { Seeding } from './people.ts';
import type { SeedPlan } from './plans.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';
import { holidaysOf } from './school-days.ts';

interface Placed {
  unit: SeedPlan;
  lessons: SeedPlan[];
  starts_on: string;
  ends_on: string;
}

/** The units of each course through the year, their lessons in the meetings of each section, the past ones taught. */
export async function seedPlacements(tx: Transaction, seeding: Seeding, plans: SeedPlan[]): Promise<void> {
  const today = dayIn(seeding.tenant.time_zone, seeding.now);
  const dates = datesOf(seeding, false);
  const rotating = datesOf(seeding, true);
  const courses = new Set(plans.map(({ course }) => course));
  const placements = [];
  const sessions = [];
  for (const course of courses) {
    for (const placed of placeUnits(course, plans, dates)) {
      placements.push(placementRow(seeding, course, placed));
      for (const [at, section] of course.sections.entries()) {
        const days = course.given.pattern === 'block' ? rotating : dates;
        const meetings = sectionMeetings(patternsOf(course, at), days, placed);
        sessions.push(...sessionRows(seeding, section, placed, meetings, today));
      }
    }
  }
  await insertRows(tx, 'unit_placements', placements);
  await insertRows(tx, 'lesson_sessions', sessions);
}

function datesOf({ now }: Seeding, rotates: boolean): SchoolDate[] {
  const start = activeYearStart(now);
  const rules = {
    weekdays: [1, 2, 3, 4, 5],
    rotation_days: rotates ? ['A', 'B'] : [],
    rotation_on_day_off: 'keep' as const,
    rotation_starts_on: null,
  };
  const overrides = holidaysOf(start).flatMap(({ from, to, half }) =>
    daysBetween(from, to ?? from).map((day_on) => ({
      day_on,
      is_instructional: half === true,
      rotation_day: null,
      bell_schedule: half ? 'half_day' : 'normal',
      opens_at: null,
      closes_at: half ? '12:00' : null,
    })),
  );
  return schoolDates(rules, overrides, { starts_on: `${start}-08-25`, ends_on: `${start + 1}-06-12` });
}

function patternsOf(course: SeedCourse, at: number) {
  return meetingsOf(course.given, at).map((meeting) => ({
    ...meeting,
    rotation_day: meeting.rotation_day ?? null,
    weekday: meeting.weekday ?? null,
    effective_from_on: null,
    effective_to_on: null,
  }));
}

/** Each unit takes a share of the year by its lessons, with a few days between two units. */
function placeUnits(course: SeedCourse, plans: SeedPlan[], dates: readonly SchoolDate[]): Placed[] {
  const random = new Random(`${course.id}/placements`);
  const units = plans
    .filter((plan) => plan.kind === 'unit' && plan.course === course && plan.state !== 'archived')
    .sort((a, b) => a.order - b.order);
  const lessonsOf = (unit: SeedPlan) => plans.filter(({ unit_id }) => unit_id === unit.id);
  const total = units.reduce((sum, unit) => sum + lessonsOf(unit).length, 0);
  let done = 0;
  return units.flatMap((unit) => {
    const lessons = lessonsOf(unit).sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    const first = Math.round((done / total) * dates.length);
    done += lessons.length;
    const last = Math.round((done / total) * dates.length) - random.between(1, 4);
    const starts_on = dates[first]?.day;
    const ends_on = dates[last]?.day;
    return starts_on && ends_on ? [{ unit, lessons, starts_on, ends_on }] : [];
  });
}

function placementRow({ tenant_id, now }: Seeding, course: SeedCourse, { unit, starts_on, ends_on }: Placed) {
  return {
    tenant_id,
    id: demoId(`placements/${unit.id}`),
    unit_plan_id: unit.id,
    course_id: course.id,
    school_id: course.school_id,
    academic_year_id: course.academic_year_id,
    starts_on,
    ends_on,
    pinned_version_id: unit.published_version_id,
    created_by: unit.owner_id,
    created_at: now.toISOString(),
    updated_by: unit.owner_id,
    updated_at: now.toISOString(),
  };
}

const notes = [
  'Went well; keep the opening question.',
  'Ran out of time for the exit ticket.',
  'Pairs worked better than groups of four.',
  'Needed one more example before the task.',
];

/** A lesson goes on for a second meeting where the unit has more meetings than lessons. */
const mostMeetings = 2;

function sessionRows(
  { tenant_id, now }: Seeding,
  section: SeedSection,
  { unit, lessons }: Placed,
  meetings: readonly SectionMeeting[],
  today: string,
) {
  const random = new Random(`${section.id}/${unit.id}/sessions`);
  const each = Math.max(1, Math.min(mostMeetings, Math.floor(meetings.length / Math.max(1, lessons.length))));
  // Spread over the whole unit: no teacher plans its first weeks full and leaves the others empty.
  const firstOf = (at: number) => Math.max(at * each, Math.floor((at * meetings.length) / lessons.length));
  return lessons.flatMap((lesson, at) =>
    meetings.slice(firstOf(at), firstOf(at) + each).map(({ day, starts_at, ends_at }, part) => {
      const isTaught = day < today;
      return {
        tenant_id,
        id: demoId(`sessions/${section.id}/${lesson.id}/${part}`),
        lesson_plan_id: lesson.id,
        section_id: section.id,
        placement_id: demoId(`placements/${unit.id}`),
        meeting_on: day,
        starts_at,
        ends_at,
        position: at,
        pinned_version_id: isTaught ? lesson.published_version_id : null,
        state: isTaught ? ('taught' as const) : ('scheduled' as const),
        taught_at: isTaught ? `${day}T20:00:00Z` : null,
        taught_by: isTaught ? section.teacher_id : null,
        taught_note: isTaught && random.chance(0.06) ? random.pick(notes) : null,
        created_by: section.teacher_id,
        created_at: now.toISOString(),
        updated_by: section.teacher_id,
        updated_at: now.toISOString(),
      };
    }),
  );
}
