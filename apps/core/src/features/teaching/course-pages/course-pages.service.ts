import type { CoursePage, CoursePageUpdate } from '@k12/contracts/teaching/course-pages';
import { newId, type Transaction } from '@k12/db';
import { cleanRichText } from '@k12/plan-content/rich-text';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { isGone } from '../bin/bin.rules.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { mayFill, selectCourseToFill, selectStaffCourse } from '../modules/module-access.service.ts';
import * as queries from './course-pages.queries.ts';

type Body = CoursePageUpdate['body'];

export async function getPage(context: Context, id: string): Promise<CoursePage> {
  return context.readTenant(async (tx) => {
    const page = await queries.selectOptionalPage(tx, id);
    if (!page || page.deleted_at) throw new Problem('not_found');
    const course = await selectStaffCourse(tx, context, page.course_id);
    return present(page, await mayFill(tx, context, course));
  });
}

export async function createPage(
  context: Context,
  courseId: string,
  input: { title: string; body?: Body | undefined },
): Promise<CoursePage> {
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, courseId);
    const { user_id } = context.actor;
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const by = { created_by: user_id, edited_by: user_id };
    const body = stored(input.body ?? null);
    await queries.createPage(tx, { id, course_id: courseId, title: input.title, body, ...by, created_at });
    await note(tx, context, 'course_page.created', { id, course });
    return presentOne(tx, id);
  });
}

/** The second of two people who save gets the text of the first, to keep either or merge (TCH-28). */
export async function updatePage(context: Context, id: string, input: CoursePageUpdate): Promise<CoursePage> {
  const { lock_version, title, body } = input;
  return context.withTenant(async (tx) => {
    await selectPageForChange(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    const changes = { ...(title && { title }), ...(body !== undefined && { body: stored(body) }) };
    const edited = { ...changes, edited_by: context.actor.user_id, updated_at };
    if (!(await queries.updatePage(tx, id, lock_version, edited))) {
      throw new Problem('version_conflict', { current: await presentOne(tx, id) });
    }
    return presentOne(tx, id);
  });
}

/** Its items vanish with it and come back with it, for they were never touched (TCH-05). */
export async function deletePage(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const course = await selectPageForChange(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    await queries.updatePage(tx, id, null, { deleted_at: now, updated_at: now });
    await note(tx, context, 'course_page.deleted', { id, course });
  });
}

export async function restorePage(context: Context, id: string): Promise<CoursePage> {
  return context.withTenant(async (tx) => {
    const page = await queries.selectOptionalPage(tx, id);
    if (!page?.deleted_at) throw new Problem('not_found');
    const course = await selectCourseToFill(tx, context, page.course_id);
    const now = context.platform.clock.now();
    if (isGone(page.deleted_at, now)) throw new Problem('gone');
    await queries.updatePage(tx, id, null, { deleted_at: null, updated_at: now.toISOString() });
    await note(tx, context, 'course_page.restored', { id, course });
    return presentOne(tx, id);
  });
}

async function selectPageForChange(tx: Transaction, context: Context, id: string): Promise<CourseRow> {
  const page = await queries.selectOptionalPage(tx, id);
  if (!page || page.deleted_at) throw new Problem('not_found');
  return selectCourseToFill(tx, context, page.course_id);
}

function stored(body: Body): string | null {
  const clean = body ? cleanRichText(body) : null;
  return clean && JSON.stringify(clean);
}

async function presentOne(tx: Transaction, id: string): Promise<CoursePage> {
  const page = await queries.selectOptionalPage(tx, id);
  if (!page) throw new Problem('not_found');
  return present(page, true);
}

function present(row: queries.PageRow, update: boolean): CoursePage {
  const { given_name, family_name, preferred_name } = row;
  const person =
    given_name !== null && family_name !== null ? { given_name, family_name, preferred_name } : null;
  return {
    id: row.id,
    course_id: row.course_id,
    title: row.title,
    body: row.body as CoursePage['body'],
    edited_by_name: person && displayName(person),
    updated_at: row.updated_at,
    lock_version: row.lock_version,
    can: { update },
  };
}

function note(
  tx: Transaction,
  context: Context,
  action: string,
  { id, course }: { id: string; course: CourseRow },
) {
  const { school_id } = course;
  return recordAudit(tx, context, { action, target_type: 'course_page', target_id: id, school_id });
}
