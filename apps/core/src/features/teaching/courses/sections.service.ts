import type { Section, SectionInput, SectionUpdate } from '@k12/contracts/teaching/courses';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { selectReadableCourse } from './course-access.service.ts';
import * as policy from './courses.policy.ts';
import { type CourseRow, listTermsOfYear } from './courses.queries.ts';
import { sectionProblems } from './courses.rules.ts';
import { createSections, loadSections } from './section-records.service.ts';
import * as queries from './sections.queries.ts';

export async function listSections(context: Context, courseId: string): Promise<{ data: Section[] }> {
  return context.readTenant(async (tx) => {
    await selectReadableCourse(tx, context, courseId);
    return { data: await loadSections(tx, { course_ids: [courseId] }) };
  });
}

export async function createSection(
  context: Context,
  courseId: string,
  input: SectionInput,
): Promise<Section> {
  return context.withTenant(async (tx) => {
    const course = await selectReadableCourse(tx, context, courseId);
    await checkSection(tx, context, course, input, null);
    const now = context.platform.clock.now().toISOString();
    const [id = ''] = await createSections(tx, courseId, [input], now, context.actor);
    await audit(tx, context, 'section.created', id, course.school_id);
    return selectSection(tx, id);
  });
}

export async function updateSection(context: Context, id: string, input: SectionUpdate): Promise<Section> {
  const { lock_version, term_ids, meetings, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectSection(tx, id);
    const course = await selectReadableCourse(tx, context, before.course_id);
    await checkSection(tx, context, course, input, id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateSection(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: before });
    }
    if (term_ids) await queries.replaceTerms(tx, id, term_ids);
    if (meetings) await queries.replaceMeetings(tx, id, meetings, updated_at);
    await audit(tx, context, 'section.updated', id, course.school_id);
    await publishEvent(tx, context, 'section.updated', { section_id: id, course_id: course.id });
    return selectSection(tx, id);
  });
}

async function selectSection(tx: Transaction, id: string): Promise<Section> {
  const [section] = await loadSections(tx, { ids: [id] });
  if (!section) throw new Problem('not_found');
  return section;
}

/** May they, is the year open, do terms and meetings fit, is the name free in the course? */
async function checkSection(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  input: { [K in keyof SectionInput]?: SectionInput[K] | undefined },
  id: string | null,
): Promise<void> {
  authorize(policy.canManageSections(context.actor, course), 'sections.manage');
  await selectOpenYear(tx, course.academic_year_id);
  await queries.lockCourse(tx, course.id);
  const terms = await listTermsOfYear(tx, course.academic_year_id);
  const errors = sectionProblems(input, '', new Set(terms.map((term) => term.id)));
  const others = await loadSections(tx, { course_ids: [course.id] });
  const name = input.name?.toLowerCase();
  if (others.some((other) => other.id !== id && other.name.toLowerCase() === name)) {
    errors.push({ pointer: '/name', code: 'duplicate', detail: 'Another section has this name.' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

function audit(tx: Transaction, context: Context, action: string, id: string, school_id: string) {
  return recordAudit(tx, context, { action, target_type: 'section', target_id: id, school_id });
}
