import type {
  ProficiencyScale,
  ScaleChange,
  ScaleSettings,
  ScaleUpdate,
} from '@k12/contracts/teaching/proficiency-scales';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { requireWholeCourse, scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { gatherEvidence, tryScale } from './gather.service.ts';
import { gatherMasteryJob } from './mastery.jobs.ts';
import { canDefineConversion, canSetCourseScale } from './mastery.policy.ts';
import { checkScale } from './proficiency-scale.rules.ts';
import { type CoursePlace, scalesAt } from './scale-in-force.service.ts';
import * as queries from './scales.queries.ts';

interface Place extends queries.ScalePlace {
  scope: queries.ScaleScope;
  can: ScaleSettings['can'];
}

export function getCourseScale(context: Context, id: string): Promise<ScaleSettings> {
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const grading = await scopeIn(tx, context, course, 'submissions.grade', 'enter_grades');
    return present(
      tx,
      placeOfCourse(context, course, canSetCourseScale(context.actor, course, grading !== null)),
    );
  });
}

export function updateCourseScale(context: Context, id: string, input: ScaleUpdate): Promise<ScaleChange> {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    requireWholeCourse(scope, 'submissions.grade');
    authorize(canSetCourseScale(context.actor, course, true), 'submissions.grade');
    const place = placeOfCourse(context, course, true);
    return update(tx, context, place, input, [course]);
  });
}

function placeOfCourse({ actor }: Context, course: CoursePlace, update: boolean): Place {
  const convert = update && canDefineConversion(actor, course.school_id);
  return { scope: 'course', school_id: course.school_id, course_id: course.id, can: { update, convert } };
}

export function getScale(
  context: Context,
  query: { school_id?: string | undefined },
): Promise<ScaleSettings> {
  return context.readTenant(async (tx) => present(tx, await placeOf(tx, context, query.school_id ?? null)));
}

export function updateScale(
  context: Context,
  query: { school_id?: string | undefined },
  input: ScaleUpdate,
): Promise<ScaleChange> {
  return context.withTenant(async (tx) => {
    const place = await placeOf(tx, context, query.school_id ?? null);
    authorize(place.can.update, 'schools.update');
    return update(tx, context, place, input, await queries.listDecidedCourses(tx, place));
  });
}

/** Schools and the organisation say to their teachers how they judge; who may change it is told by `can`. */
async function placeOf(tx: Transaction, { actor }: Context, school_id: string | null): Promise<Place> {
  const isOwn =
    school_id === null ||
    actor.school_ids.includes(school_id) ||
    reachesSchool(actor, 'schools.read', school_id);
  if (!isOwn || (school_id !== null && !(await queries.selectOptionalSchool(tx, school_id)))) {
    throw new Problem('not_found');
  }
  const may =
    school_id === null
      ? reachesTenant(actor, 'schools.update')
      : reachesSchool(actor, 'schools.update', school_id);
  const scope = school_id === null ? 'tenant' : 'school';
  return { scope, school_id, course_id: null, can: { update: may, convert: may } };
}

async function present(tx: Transaction, place: Place): Promise<ScaleSettings> {
  const found = await scalesAt(tx, place);
  const own = found.find(({ source }) => source === place.scope);
  const inherited = found.find(({ source }) => source !== place.scope) ?? found[0];
  return {
    scale: found[0].scale,
    source: found[0].source,
    inherited: inherited.scale,
    inherited_from: inherited.source,
    lock_version: own?.lock_version ?? 0,
    can: place.can,
  };
}

async function update(
  tx: Transaction,
  context: Context,
  place: Place,
  input: ScaleUpdate,
  courses: readonly CoursePlace[],
): Promise<ScaleChange> {
  const before = await present(tx, place);
  if (input.scale) checkScale(input.scale);
  const wanted = input.scale ?? before.inherited;
  requireOwnConversion(place, input.scale, before);
  const figures = { changed_count: 0, results_count: 0, courses_count: courses.length };
  for (const course of courses) {
    const tried = await tryScale(tx, course, wanted);
    figures.changed_count += tried.changed_count;
    figures.results_count += tried.results_count;
  }
  if (input.dry_run) return { settings: before, ...figures };
  if (!(await store(tx, context, place, input))) throw new Problem('version_conflict', { current: before });
  for (const course of courses) {
    if (place.scope === 'course') await gatherEvidence(tx, context, course, null);
    else await enqueue(tx, context, gatherMasteryJob, { course_id: course.id });
  }
  await recordAudit(tx, context, {
    action: 'proficiency_scale.changed',
    target_type: place.scope,
    target_id: place.course_id ?? place.school_id ?? context.actor.tenant_id,
    school_id: place.school_id,
    changes: {
      method: [before.scale.method, wanted.method],
      mastery_at: [before.scale.mastery_at, wanted.mastery_at],
    },
  });
  return { settings: await present(tx, place), ...figures };
}

/** A course may take over the table of its school, and not make one (TCH-127). */
function requireOwnConversion(
  { can }: Place,
  scale: ProficiencyScale | null,
  { scale: now, inherited }: ScaleSettings,
) {
  if (!scale?.conversion || can.convert) return;
  const given = JSON.stringify(scale.conversion);
  if (![now, inherited].some(({ conversion }) => JSON.stringify(conversion) === given))
    throw invalid('/scale/conversion', 'school_decides', 'Only the school decides how scores become levels.');
}

async function store(tx: Transaction, context: Context, place: Place, { scale, lock_version }: ScaleUpdate) {
  const [own] = (await queries.listScales(tx, place)).filter(({ scope }) => scope === place.scope);
  if ((own?.lock_version ?? 0) !== lock_version) return false;
  if (scale === null) return own === undefined || queries.deleteScale(tx, own.id, lock_version);
  return queries.saveScale(tx, {
    id: own?.id ?? newId(),
    scope: place.scope,
    school_id: place.scope === 'school' ? place.school_id : null,
    course_id: place.course_id,
    scale,
    lock_version: own ? lock_version : null,
    now: context.platform.clock.now().toISOString(),
  });
}
