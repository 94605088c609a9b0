import type { Transaction } from '@k12/db';
import { dueInstant } from '@k12/grading/local-time';
import { recalculate } from '../features/teaching/totals/totals.service.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { createContext, type Platform } from '../platform/context.ts';
import { activeYearStart } from './calendar.ts';
import type { SeedCourse } from './courses.ts';
import { type CategoryGiven, workCatalogue } from './coursework-catalogue.ts';
import { type SeedLearner, type SeedPiece, workOf } from './coursework-cells.ts';
import { type Seeding, type SeedPerson, schoolId } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';

const dayMs = 86_400_000;
/** Work is planned this far ahead of today. */
const weeksAhead = 2;

/** What the work takes at home; what is done in class takes nothing there. */
const minutesFor: Partial<Record<CategoryGiven['kind'], number>> = { homework: 20, lab: 45, essay: 60 };

const quarters = [
  { name: 'Quarter 1', from: '08-25', to: '10-31', later: 0 },
  { name: 'Quarter 2', from: '11-01', to: '01-23', later: 0 },
  { name: 'Quarter 3', from: '01-24', to: '03-31', later: 1 },
  { name: 'Quarter 4', from: '04-01', to: '06-12', later: 1 },
] as const;

/** Assignments, work and grades of the courses that the demo accounts open; gives the ids of these courses. */
export async function seedCoursework(
  tx: Transaction,
  seeding: Seeding,
  people: SeedPerson[],
  courses: SeedCourse[],
): Promise<string[]> {
  await seedPeriods(tx, seeding);
  const ada = people.find(({ person }) => person.username === 'ada.okafor');
  const alive = courses.filter(
    ({ year, given, school_id }) =>
      year === 'active' &&
      (given.teacher === 'teacher@riverbend.example' ||
        (ada !== undefined && given.grade === ada.grade_level && ada.school_ids.includes(school_id))),
  );
  for (const course of alive) await seedCourse(tx, seeding, course, ada?.person.id);
  return alive.map(({ id }) => id);
}

/** Totals are what the program makes of the grades, never made up. */
export async function calculateSeedTotals(platform: Platform, seeds: SeededCourses): Promise<void> {
  const actor = systemActor(seeds.tenant_id, 'demo data');
  const context = createContext({ platform, actor, request_id: 'seed' });
  for (const id of seeds.course_ids) {
    await context.withTenant(async (tx) => {
      const course = await tx
        .selectFrom('courses')
        .select(['id', 'school_id', 'academic_year_id', 'settings'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await recalculate(tx, context, course, null);
    });
  }
}

export interface SeededCourses {
  tenant_id: string;
  course_ids: string[];
}

/** Quarters of the active year; one that ended two weeks ago is locked. */
async function seedPeriods(tx: Transaction, { tenant, tenant_id, now }: Seeding): Promise<void> {
  const start = activeYearStart(now);
  const at = { created_at: now.toISOString(), updated_at: now.toISOString() };
  const rows = tenant.schools.flatMap((school) =>
    quarters.map((quarter, place) => {
      const starts_on = `${start + quarter.later}-${quarter.from}`;
      const endYear = place === 1 ? start + 1 : start + quarter.later;
      const ends_on = `${endYear}-${quarter.to}`;
      const isOver = now.getTime() - Date.parse(ends_on) > 14 * dayMs;
      const isBegun = now.getTime() >= Date.parse(starts_on);
      return {
        tenant_id,
        id: demoId(`${tenant.key}/periods/${school.key}/${start}/${quarter.name}`),
        school_id: schoolId(tenant, school.key),
        academic_year_id: demoId(`${tenant.key}/years/${start}`),
        name: quarter.name,
        starts_on,
        ends_on,
        weight_percent: '25',
        state: isOver ? ('locked' as const) : isBegun ? ('open' as const) : ('upcoming' as const),
        ...at,
      };
    }),
  );
  await insertRows(tx, 'grading_periods', rows);
}

async function seedCourse(
  tx: Transaction,
  seeding: Seeding,
  course: SeedCourse,
  adaId: string | undefined,
): Promise<void> {
  const { tenant_id, now } = seeding;
  const zone = seeding.tenant.schools.find(({ key }) => schoolId(seeding.tenant, key) === course.school_id);
  const isManual = course.given.name === 'Biology';
  const settings = {
    calculation: 'weighted',
    posting: isManual ? 'manual' : 'automatic',
    late_policy: {
      grace_minutes: 60,
      deduction_percent: 5,
      deduction_per: 'day',
      floor_percent: 50,
      hard_stop_days: null,
    },
    missing_policy: { score_percent: 0, after_hours: 72 },
  };
  await tx
    .updateTable('courses')
    .set({ settings: JSON.stringify(settings) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', course.id)
    .execute();
  const { name, subject } = course.given;
  const given = workCatalogue[name] ?? workCatalogue[subject] ?? workCatalogue.other ?? [];
  await insertCategories(tx, seeding, course, given);
  const pieces = piecesOf(course, given, now, zone?.time_zone ?? seeding.tenant.time_zone);
  await insertAssignments(tx, seeding, course, pieces);
  const learners = await listLearners(tx, tenant_id, course);
  const made = workOf(seeding, course, { pieces, learners, is_manual: isManual, ada_id: adaId });
  await insertRows(tx, 'submissions', made.submissions);
  await insertRows(tx, 'submission_attempts', made.attempts);
  await insertRows(tx, 'student_work', made.work);
  await insertRows(tx, 'grade_changes', made.changes);
  await insertRows(tx, 'feedback_comments', made.comments);
}

async function insertCategories(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  course: SeedCourse,
  given: readonly CategoryGiven[],
): Promise<void> {
  await insertRows(
    tx,
    'grade_categories',
    given.map((category, position) => ({
      tenant_id,
      id: categoryId(course, category),
      course_id: course.id,
      name: category.name,
      weight_percent: category.weight,
      drop_lowest: category.drop_lowest,
      color: category.color,
      position,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    })),
  );
}

function categoryId(course: SeedCourse, { name }: CategoryGiven): string {
  return demoId(`categories/${course.id}/${name}`);
}

/** Pieces of every category from the beginning of the year to two weeks from now, by due time. */
function piecesOf(course: SeedCourse, given: readonly CategoryGiven[], now: Date, zone: string): SeedPiece[] {
  const begin = Date.parse(`${activeYearStart(now)}-08-31`);
  const weeks = Math.min(40, Math.floor((now.getTime() - begin) / (7 * dayMs)) + weeksAhead + 1);
  const pieces = given.flatMap((category, place) =>
    category.titles.flatMap((title, number): SeedPiece[] => {
      const week = category.from + number * category.every;
      if (week >= weeks) return [];
      const day = new Date(begin + (week * 7 + 1 + place) * dayMs).toISOString().slice(0, 10);
      const random = new Random(`${course.id}/${title}`);
      return [
        {
          id: demoId(`assignments/${course.id}/${title}`),
          category_id: categoryId(course, category),
          category,
          title,
          due_at: dueInstant(zone, day, category.kind === 'assessment' ? '15:00' : '23:59'),
          // Mean of the class as a share of the points.
          level: 0.74 + random.next() * 0.16,
        },
      ];
    }),
  );
  return pieces.sort((a, b) => a.due_at.localeCompare(b.due_at));
}

async function insertAssignments(
  tx: Transaction,
  { tenant_id }: Seeding,
  course: SeedCourse,
  pieces: readonly SeedPiece[],
): Promise<void> {
  const teacher = course.sections[0]?.teacher_id ?? null;
  await insertRows(
    tx,
    'assignments',
    pieces.map((piece, position) => {
      const at = new Date(Date.parse(piece.due_at) - 10 * dayMs).toISOString();
      return {
        tenant_id,
        id: piece.id,
        course_id: course.id,
        title: piece.title,
        kind: piece.category.kind,
        category_id: piece.category_id,
        points_possible: piece.category.points,
        submission_types: piece.category.submission_types,
        attempts_allowed: 3,
        estimated_minutes: minutesFor[piece.category.kind] ?? null,
        position,
        state: 'published' as const,
        published_at: at,
        created_by: teacher,
        created_at: at,
        updated_at: at,
      };
    }),
  );
  await insertRows(
    tx,
    'assignment_dates',
    pieces.map((piece) => ({
      tenant_id,
      id: demoId(`dates/${piece.id}`),
      assignment_id: piece.id,
      target: 'everyone' as const,
      due_at: piece.due_at,
      created_at: piece.due_at,
    })),
  );
}

async function listLearners(tx: Transaction, tenantId: string, course: SeedCourse): Promise<SeedLearner[]> {
  return tx
    .selectFrom('enrollments')
    .select(['user_id as student_id', 'section_id'])
    .where('tenant_id', '=', tenantId)
    .where(
      'section_id',
      'in',
      course.sections.map(({ id }) => id),
    )
    .where('role', '=', 'student')
    .orderBy('user_id')
    .execute();
}
