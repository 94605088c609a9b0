import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { gatherEvidence } from '../features/teaching/mastery/gather.service.ts';
import { productScale } from '../features/teaching/mastery/proficiency-scale.rules.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { createContext, type Platform } from '../platform/context.ts';
import type { SeedCourse } from './courses.ts';
import type { SeededCourses } from './coursework.ts';
import type { Seeding } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';
import type { SeedStandard } from './standards.ts';

/** So many standards of its subject and grade a course works on in a year. */
const standardsOfYear = 14;
/** So many pieces of work of a course are judged by a rubric. */
const judgedPieces = 3;

/** Standards of assignments, rubrics tied to them, and what teachers saw and decided themselves. */
export async function seedMastery(
  tx: Transaction,
  seeding: Seeding,
  courses: readonly SeedCourse[],
  standards: readonly SeedStandard[],
): Promise<void> {
  const { tenant_id, tenant, now } = seeding;
  const at = now.toISOString();
  await insertRows(tx, 'proficiency_scales', [
    {
      tenant_id,
      id: demoId(`${tenant.key}/proficiency-scale`),
      scope: 'tenant',
      name: productScale.name,
      levels: JSON.stringify(productScale.levels),
      method: JSON.stringify(productScale.method),
      mastery_at: '3',
      conversion: JSON.stringify(conversion),
      created_at: at,
      updated_at: at,
      lock_version: 1,
    },
  ]);
  for (const course of courses) {
    const fitting = standards.filter(
      ({ assessable, subject, grade_level }) =>
        assessable && subject === course.given.subject && grade_level === course.given.grade,
    );
    if (fitting.length > 0) await seedCourse(tx, seeding, course, fitting.slice(0, standardsOfYear));
  }
}

const conversion = [
  { from_percent: '0', value: '1' },
  { from_percent: '65', value: '2' },
  { from_percent: '78', value: '3' },
  { from_percent: '91', value: '4' },
];

async function seedCourse(
  tx: Transaction,
  seeding: Seeding,
  course: SeedCourse,
  standards: readonly SeedStandard[],
): Promise<void> {
  const { tenant_id } = seeding;
  const assignments = await tx
    .selectFrom('assignments')
    .select(['id', 'kind', 'title', 'points_possible'])
    .where('tenant_id', '=', tenant_id)
    .where('course_id', '=', course.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  // One after the other through the year, each met about three times.
  const standardAt = (place: number) =>
    standards[Math.floor((place * standards.length) / Math.max(40, assignments.length))] as SeedStandard;
  const judged = assignments.filter(({ kind }) => kind === 'project' || kind === 'lab' || kind === 'essay');
  const byRubric = new Set(judged.slice(0, judgedPieces).map(({ id }) => id));
  await insertRows(
    tx,
    'assignment_standards',
    assignments.map(({ id }, place) => ({
      tenant_id,
      assignment_id: id,
      standard_id: standardAt(place).id,
      assessed: byRubric.has(id) ? ('criterion' as const) : ('overall' as const),
    })),
  );
  for (const [place, assignment] of assignments.entries()) {
    if (!byRubric.has(assignment.id)) continue;
    const pair = [standardAt(place), standardAt(Math.max(0, place - 4))];
    await judgeByRubric(tx, seeding, course, assignment, pair);
  }
  await tx
    .updateTable('courses')
    .set({ settings: sql`settings || '{"gradebook": "both"}'::jsonb` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', course.id)
    .execute();
  await seedObservations(tx, seeding, course, standards);
}

interface JudgedAssignment {
  id: string;
  title: string;
  points_possible: string;
}

/** A rubric of two criteria, each tied to a standard, and what the teacher found in every graded work. */
async function judgeByRubric(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  course: SeedCourse,
  { id: assignment_id, title, points_possible }: JudgedAssignment,
  standards: readonly SeedStandard[],
): Promise<void> {
  const teacher = course.sections[0]?.teacher_id;
  if (!teacher) return;
  const at = now.toISOString();
  const id = demoId(`rubrics/${assignment_id}`);
  const labels = productScale.levels.map(({ label }) => label).toReversed();
  const criteria = standards.map((standard, place) => ({
    id: demoId(`${id}/${place}`),
    title: place === 0 ? 'Understanding' : 'Method',
    description: standard.statement,
    points: '4',
    standard_id: standard.id,
    ratings: labels.map((label, rank) => ({
      id: demoId(`${id}/${place}/${rank}`),
      label,
      description: '',
      points: String(4 - rank),
    })),
  }));
  await insertRows(tx, 'rubrics', [
    {
      ...{
        tenant_id,
        id,
        scope: 'course',
        owner_id: teacher,
        course_id: course.id,
        title,
        state: 'published',
      },
      ...{ rubric_key: id, criteria: JSON.stringify(criteria), used_at: at, created_at: at, updated_at: at },
    },
  ]);
  await tx
    .updateTable('assignments')
    .set({ rubric_id: id, rubric_use: 'feedback' })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', assignment_id)
    .execute();
  const work = await tx
    .selectFrom('student_work')
    .select(['student_id', 'entered_score', 'graded_at', 'graded_by'])
    .where('tenant_id', '=', tenant_id)
    .where('assignment_id', '=', assignment_id)
    .where('grade_state', '=', 'graded')
    .where('entered_score', 'is not', null)
    .execute();
  const marksOf = (studentId: string, share: number) => {
    const random = new Random(`marks/${assignment_id}/${studentId}`);
    const entries = criteria.map((criterion) => {
      const level = Math.max(0, Math.min(3, Math.floor((share - 0.5) * 8 + random.next() * 0.9 - 0.3)));
      const rating = criterion.ratings[3 - level];
      return [criterion.id, { rating_id: rating?.id ?? null, points: rating?.points ?? null, comment: '' }];
    });
    return JSON.stringify(Object.fromEntries(entries));
  };
  await insertRows(
    tx,
    'rubric_assessments',
    work.map(({ student_id, entered_score, graded_at, graded_by }) => ({
      ...{ tenant_id, id: demoId(`assessments/${assignment_id}/${student_id}`), course_id: course.id },
      ...{ assignment_id, student_id, rubric_id: id, attempt: 1, assessor_id: graded_by ?? teacher },
      marks: marksOf(student_id, Number(entered_score) / Number(points_possible)),
      is_complete: true,
      created_at: graded_at ?? at,
      updated_at: graded_at ?? at,
    })),
  );
}

const seen = [
  'Explained the idea to the group without help',
  'Needed the worked example once more',
  'Found a second way by themselves',
] as const;

/** Of some students: something seen in class, and a level that the teacher decided. */
async function seedObservations(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  course: SeedCourse,
  standards: readonly SeedStandard[],
): Promise<void> {
  const [section] = course.sections;
  if (!section) return;
  const students = await tx
    .selectFrom('enrollments')
    .select('user_id')
    .where('tenant_id', '=', tenant_id)
    .where('section_id', '=', section.id)
    .where('role', '=', 'student')
    .orderBy('user_id')
    .limit(5)
    .execute();
  const base = { tenant_id, course_id: course.id };
  const place = (at: number) => ({
    ...{ ...base, student_id: students[at]?.user_id ?? '' },
    standard_id: standards[Math.min(at + 1, standards.length - 1)]?.id ?? '',
  });
  const day = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await insertRows(
    tx,
    'mastery_evidence',
    students.slice(0, 3).map((_, at) => ({
      ...{ ...place(at), id: demoId(`observations/${course.id}/${at}`), source: 'observation' as const },
      ...{ value: String(at === 1 ? 2 : 4), note: seen[at] ?? '', is_posted: at !== 1 },
      ...{ observed_at: day(6 + at), observed_by: section.teacher_id, created_at: day(6 + at) },
    })),
  );
  await insertRows(
    tx,
    'mastery_results',
    students.slice(3).map((_, at) => ({
      ...{ ...place(at + 3), judged_value: '3', judged_note: 'Convincing in the talk about the last test' },
      ...{ judged_by: section.teacher_id, judged_at: day(4), calculated_at: day(4), lock_version: 1 },
    })),
  );
}

/** Evidence and results are what the program makes of the work, never made up. */
export async function gatherSeedMastery(platform: Platform, seeds: SeededCourses): Promise<void> {
  const actor = systemActor(seeds.tenant_id, 'demo data');
  const context = createContext({ platform, actor, request_id: 'seed' });
  for (const id of seeds.course_ids) {
    await context.withTenant(async (tx) => {
      const course = await tx
        .selectFrom('courses')
        .select(['id', 'school_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await gatherEvidence(tx, context, course, null);
    });
  }
}
