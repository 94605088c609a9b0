import type { CourseCopy, CourseCopyInput, CoursePart } from '@k12/contracts/teaching/course-copy';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { canCopyCourse } from '../courses/courses.policy.ts';
import { createSections, loadSections } from '../courses/section-records.service.ts';
import { copyCourseJob } from './course-copy.jobs.ts';
import * as queries from './course-copy.queries.ts';

/** The course and its empty sections at once, as a draft of whoever copies; the content follows as a job (TCH-02). */
export async function copyCourse(context: Context, id: string, input: CourseCopyInput): Promise<CourseCopy> {
  return context.withTenant(async (tx) => {
    const { actor } = context;
    const source = await selectReadableCourse(tx, context, id);
    authorize(canCopyCourse(actor, source), 'courses.update');
    await selectOpenYear(tx, input.academic_year_id);
    const course_id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const { academic_year_id, name = source.name, parts, shift_school_days } = input;
    await queries.createCopiedCourse(tx, id, {
      ...{ id: course_id, academic_year_id, name, created_by: actor.user_id, created_at },
    });
    const sections = await loadSections(tx, { course_ids: [id] });
    const empty = sections.map((section) => ({
      name: section.name,
      code: section.code,
      capacity: section.capacity,
    }));
    await createSections(tx, course_id, empty, created_at, actor);
    const copyId = newId();
    await queries.createCopy(tx, {
      ...{ id: copyId, source_course_id: id, course_id, parts: [...new Set(parts)], shift_school_days },
      ...{ requested_by: actor.user_id ?? '', created_at },
    } as never);
    await enqueue(tx, context, copyCourseJob, { copy_id: copyId });
    const { school_id } = source;
    await recordAudit(tx, context, {
      action: 'course.copied',
      target_type: 'course',
      target_id: course_id,
      school_id,
      changes: { source: [null, id] },
    });
    await publishEvent(tx, context, 'course.created', { course_id, school_id });
    return presentCopy(await selectCopy(tx, copyId));
  });
}

export async function getCopy(context: Context, id: string): Promise<CourseCopy> {
  return context.readTenant(async (tx) => {
    const copy = await selectCopy(tx, id);
    await selectReadableCourse(tx, context, copy.course_id, 'courses.update');
    return presentCopy(copy);
  });
}

async function selectCopy(tx: Parameters<typeof queries.selectOptionalCopy>[0], id: string) {
  const copy = await queries.selectOptionalCopy(tx, id);
  if (!copy) throw new Problem('not_found');
  return copy;
}

function presentCopy(row: queries.CopyRow): CourseCopy {
  return {
    ...row,
    parts: row.parts as CoursePart[],
    skipped: row.skipped as unknown as CourseCopy['skipped'],
  };
}
