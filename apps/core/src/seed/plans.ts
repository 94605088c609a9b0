import type { FrozenLesson, PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { contentHash } from '../features/planning/versions/snapshots.service.ts';
import { alignmentsOfAll } from './alignments.ts';
import type { SeedCourse } from './courses.ts';
import type { Seeding, SeedPerson } from './people.ts';
import { planCatalogue, type UnitGiven } from './plan-catalogue.ts';
import { lessonContent, lessonsOf, unitContent } from './plan-contents.ts';
import { seedSharing } from './plan-sharing.ts';
import { stagedContent } from './plan-stages.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';
import type { SeedStandard } from './standards.ts';

type Row<T extends keyof Database> = Insertable<Database[T]>;

export interface SeedPlan {
  id: string;
  kind: 'unit' | 'lesson';
  title: string;
  course: SeedCourse;
  owner_id: string;
  /** Place of the unit in its course's year, from 0. */
  order: number;
  state: 'published' | 'draft' | 'archived';
  pack_key: 'plain' | 'backward_design';
  published_version_id: string | null;
  unit_id: string | null;
  position: number | null;
  duration_minutes: number | null;
}

interface Rows {
  plans: Row<'plans'>[];
  drafts: Row<'plan_drafts'>[];
  versions: Row<'plan_versions'>[];
  publications: Row<'plan_publications'>[];
}

/** A year of units for the courses of the catalogue: taught, under way, planned and put away. */
export async function seedPlans(
  tx: Transaction,
  seeding: Seeding,
  people: SeedPerson[],
  courses: SeedCourse[],
  standards: readonly SeedStandard[],
): Promise<SeedPlan[]> {
  const rows: Rows = { plans: [], drafts: [], versions: [], publications: [] };
  const made: SeedPlan[] = [];
  for (const { school, course: name, units, isYearPublished } of planCatalogue) {
    const isThere = seeding.tenant.schools.some(({ key }) => key === school);
    const course = courses.find(({ given, year }) => given.name === name && year === 'active');
    if (!isThere || !course) continue;
    for (const [order, unit] of units.entries()) {
      const state = isYearPublished ? 'published' : stateOf(order, units.length);
      made.push(...addUnit(rows, seeding, { school, course, unit, order, count: units.length, state }));
    }
  }
  freezeAlignments(rows, standards);
  // A version names its plan and a plan its version: the plans come first, then what they point at.
  await insertRows(
    tx,
    'plans',
    rows.plans.map((plan) => ({ ...plan, current_version_id: null, published_version_id: null })),
  );
  await insertRows(tx, 'plan_drafts', rows.drafts);
  await insertRows(tx, 'plan_versions', rows.versions);
  await insertRows(tx, 'plan_publications', rows.publications);
  await pointAtVersions(tx, seeding);
  await seedSharing(tx, seeding, people, courses, made);
  return made;
}

/** A version keeps the words of the standards it was aligned to (PLN-91). */
function freezeAlignments(rows: Rows, standards: readonly SeedStandard[]): void {
  const alignments = alignmentsOfAll(
    rows.plans.map(({ id, kind, title, subjects = [], grade_levels = [], unit_plan_id = null }) => ({
      id,
      kind,
      title,
      subjects,
      grade_levels,
      unit_plan_id,
    })),
    standards,
  );
  for (const version of rows.versions)
    version.alignments = JSON.stringify(alignments.get(version.plan_id) ?? []);
}

interface Place {
  school: string;
  course: SeedCourse;
  unit: UnitGiven;
  order: number;
  count: number;
  state: SeedPlan['state'];
}

function addUnit(
  rows: Rows,
  seeding: Seeding,
  { school, course, unit, order, count, state }: Place,
): SeedPlan[] {
  const path = `${seeding.tenant.key}/plans/${school}/${course.given.name}/${unit.title}`;
  const owner_id = course.sections[0]?.teacher_id ?? '';
  const minutes = course.given.pattern === 'block' ? 75 : 50;
  const pack_key = unit.stages ? ('backward_design' as const) : ('plain' as const);
  const base = { course, owner_id, order, state, pack_key };
  const lessons = lessonsOf(unit).map((lesson, at): [SeedPlan, PlanSnapshot] => [
    {
      ...base,
      ...{ kind: 'lesson', title: lesson.title, unit_id: demoId(path), position: at + 1 },
      id: demoId(`${path}/lessons/${at}`),
      published_version_id: null,
      duration_minutes: minutes,
    } as SeedPlan,
    snapshot(lesson.title, lessonContent(`${path}/lessons/${at}`, unit, lesson, at, minutes), { minutes }),
  ]);
  const plan: SeedPlan = {
    ...base,
    id: demoId(path),
    kind: 'unit',
    title: unit.title,
    published_version_id: null,
    unit_id: null,
    position: null,
    duration_minutes: null,
  };
  const isFirstDraft = state === 'draft' && order === count - 1;
  const half = unit.objectives.slice(0, Math.max(1, unit.objectives.length - 1));
  const references = lessons.map(
    ([lesson]): FrozenLesson => ({
      lesson_plan_id: lesson.id,
      version_id: state === 'draft' ? null : versionId(lesson.id, 1),
      title: lesson.title,
      duration_minutes: lesson.duration_minutes,
    }),
  );
  const frozen = { tags: [...(unit.tags ?? [])], lessons: references };
  const picture = pictureAddress(seeding, course);
  const content = (objectives?: readonly string[]) =>
    unit.stages
      ? stagedContent(path, unit.stages, picture, objectives && unit.stages.understandings.slice(0, 2))
      : unitContent(path, unit, objectives);
  const full = snapshot(unit.title, content(), frozen);
  const outline = snapshot(unit.title, content(half), { ...frozen, lessons: [] });
  add(rows, seeding, plan, full, isFirstDraft ? [] : state === 'draft' ? [outline] : [outline, full]);
  for (const [lesson, content] of lessons)
    add(rows, seeding, lesson, content, state === 'draft' ? [] : [content]);
  return [plan, ...lessons.map(([lesson]) => lesson)];
}

/** A chart of the school's library that a text may show. */
function pictureAddress({ tenant }: Seeding, { school_id }: SeedCourse): string {
  const resource = `${tenant.key}/resources/school/${school_id}/Melting ice: temperature by minute`;
  return `/api/v1/files/${demoId(`${resource}/files/1`)}/content`;
}

/** The year so far is published, the end of it still a draft; the last unit of a long year was put away once. */
function stateOf(order: number, count: number): SeedPlan['state'] {
  if (count > 6 && order === count - 1) return 'archived';
  return order < Math.ceil(count * 0.6) ? 'published' : 'draft';
}

function snapshot(
  title: string,
  content: object,
  rest: { minutes?: number; tags?: string[]; lessons?: FrozenLesson[] },
): PlanSnapshot {
  const { minutes = null, tags = [], lessons = [] } = rest;
  return {
    title,
    content: content as PlanSnapshot['content'],
    alignments: [],
    resources: [],
    lessons,
    tags,
    duration_minutes: minutes,
  };
}

function versionId(planId: string, number: number): string {
  return demoId(`${planId}/versions/${number}`);
}

/** One plan with its draft and these versions, of which the last is live when the plan is published. */
function add(
  rows: Rows,
  seeding: Seeding,
  plan: SeedPlan,
  draft: PlanSnapshot,
  versions: PlanSnapshot[],
): void {
  const { tenant_id } = seeding;
  const daysAgo = (days: number) => new Date(seeding.now.getTime() - days * 86_400_000).toISOString();
  const age = 120 - plan.order * 12 - (plan.position ?? 0);
  const isLive = plan.state !== 'draft';
  const newest = versions.length;
  if (isLive) plan.published_version_id = versionId(plan.id, newest);
  rows.plans.push(
    planRow(seeding, plan, draft, { created_at: daysAgo(age), updated_at: daysAgo(Math.max(1, age - 20)) }),
  );
  rows.drafts.push({
    tenant_id,
    plan_id: plan.id,
    content: JSON.stringify(draft.content),
    revision: 1 + newest,
    version_revision: versions.at(-1) === draft ? 1 + newest : newest,
    last_editor_id: plan.owner_id,
    last_edited_at: daysAgo(Math.max(1, age - 20)),
  });
  for (const [at, version] of versions.entries()) {
    rows.versions.push({
      tenant_id,
      id: versionId(plan.id, at + 1),
      plan_id: plan.id,
      version_number: at + 1,
      ...version,
      content: JSON.stringify(version.content),
      alignments: '[]',
      resources: '[]',
      lessons: JSON.stringify(version.lessons),
      author_id: plan.owner_id,
      kind: isLive && at === newest - 1 ? 'publish' : 'manual',
      change_note: at === 0 && newest > 1 ? 'First outline' : null,
      content_hash: contentHash(version),
      changed_fields_count: at === 0 ? 0 : 2,
      created_at: daysAgo(Math.max(1, age - 5 * (at + 1))),
    });
  }
  if (!plan.published_version_id) return;
  rows.publications.push({
    tenant_id,
    id: demoId(`${plan.id}/publication`),
    plan_id: plan.id,
    version_id: plan.published_version_id,
    published_by: plan.owner_id,
    published_at: daysAgo(Math.max(1, age - 5 * newest)),
  });
}

function planRow(
  { tenant_id, tenant }: Seeding,
  { course, ...plan }: SeedPlan,
  draft: PlanSnapshot,
  at: { created_at: string; updated_at: string },
): Row<'plans'> {
  return {
    tenant_id,
    id: plan.id,
    kind: plan.kind,
    title: plan.title,
    school_id: course.school_id,
    owner_id: plan.owner_id,
    home: plan.state === 'draft' ? 'personal' : 'school',
    subjects: [course.given.subject],
    grade_levels: [course.given.grade],
    academic_year_id: course.academic_year_id,
    pack_key: plan.pack_key,
    pack_version: 1,
    schema_key: plan.kind,
    state: plan.state,
    tags: draft.tags,
    language: tenant.locale,
    created_by: plan.owner_id,
    unit_plan_id: plan.unit_id,
    position: plan.position,
    duration_minutes: plan.duration_minutes,
    ...at,
  };
}

async function pointAtVersions(tx: Transaction, { tenant_id }: Seeding): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({
      current_version_id: eb
        .selectFrom('plan_versions as version')
        .select('version.id')
        .where('version.tenant_id', '=', tenant_id)
        .where('version.plan_id', '=', eb.ref('plans.id'))
        .orderBy('version.version_number', 'desc')
        .limit(1),
      published_version_id: eb
        .selectFrom('plan_publications as live')
        .select('live.version_id')
        .where('live.tenant_id', '=', tenant_id)
        .where('live.plan_id', '=', eb.ref('plans.id'))
        .limit(1),
    }))
    .where('tenant_id', '=', tenant_id)
    .execute();
}
