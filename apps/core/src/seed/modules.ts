import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import { dayIn } from '../platform/clock.ts';
import type { Seeding } from './people.ts';
import { insertRows } from './rows.ts';

interface Placed {
  course_id: string;
  unit_plan_id: string;
  version_id: string;
  title: string;
  starts_on: string;
  ends_on: string;
}

interface Lesson {
  id: string;
  unit_plan_id: string;
  title: string;
  planned_on: string | null;
}

interface Work {
  id: string;
  course_id: string;
  due_on: string;
}

/** Each published unit of a course as a module: past and present ones open, the next on its way, the rest drafts. */
export async function seedModules(tx: Transaction, { tenant, tenant_id, now }: Seeding): Promise<void> {
  const today = dayIn(tenant.time_zone, now);
  const [placed, lessons, work] = await Promise.all([
    listPlaced(tx, tenant_id),
    listLessons(tx, tenant_id),
    listWork(tx, tenant_id),
  ]);
  const created_at = now.toISOString();
  const modules = [];
  const items = [];
  for (const [at, unit] of placed.entries()) {
    const id = newId();
    const before = placed.slice(0, at).filter(({ course_id }) => course_id === unit.course_id);
    const isNext = unit.starts_on > today && before.every(({ starts_on }) => starts_on <= today);
    const state: 'published' | 'scheduled' | 'draft' =
      unit.starts_on <= today ? 'published' : isNext ? 'scheduled' : 'draft';
    const publish_at = state === 'scheduled' ? `${unit.starts_on}T13:00:00Z` : null;
    const published_at = state === 'published' ? created_at : null;
    const place = { tenant_id, course_id: unit.course_id, created_at, updated_at: created_at };
    const shown = { state, publish_at, published_at };
    modules.push({
      ...{ ...place, ...shown, id, title: unit.title, position: before.length },
      starts_on: unit.starts_on,
      ends_on: unit.ends_on,
      unit_plan_id: unit.unit_plan_id,
      unit_version_id: unit.version_id,
    });
    const own = lessons.filter(({ unit_plan_id }) => unit_plan_id === unit.unit_plan_id);
    const due = work.filter(
      ({ course_id, due_on }) =>
        course_id === unit.course_id && due_on >= unit.starts_on && due_on <= unit.ends_on,
    );
    const entries = [
      ...own.map((lesson) => ({
        on: lesson.planned_on ?? unit.ends_on,
        kind: 'lesson' as const,
        title: lesson.title,
        lesson_plan_id: lesson.id,
        assignment_id: null,
        planned_on: lesson.planned_on,
        indent: 0,
        completion_rule: 'view' as const,
      })),
      ...due.slice(0, 8).map((assignment) => ({
        on: assignment.due_on,
        kind: 'assignment' as const,
        title: null,
        lesson_plan_id: null,
        assignment_id: assignment.id,
        planned_on: null,
        indent: 1,
        completion_rule: 'submit' as const,
      })),
    ].sort((a, b) => a.on.localeCompare(b.on));
    for (const [position, { on: _on, ...entry }] of entries.entries()) {
      items.push({ ...place, ...shown, ...entry, id: newId(), module_id: id, position });
    }
  }
  await insertRows(tx, 'modules', modules);
  await insertRows(tx, 'module_items', items);
}

async function listPlaced(tx: Transaction, tenantId: string): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select placement.course_id, placement.unit_plan_id, version.id as version_id, version.title,
      placement.starts_on::text, placement.ends_on::text
    from unit_placements placement
    join plans unit on unit.tenant_id = placement.tenant_id and unit.id = placement.unit_plan_id
    join plan_versions version on version.tenant_id = unit.tenant_id and version.id = unit.published_version_id
    where placement.tenant_id = ${tenantId}
    order by placement.course_id, placement.starts_on, placement.id`.execute(tx);
  return rows;
}

async function listLessons(tx: Transaction, tenantId: string): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    select lesson.id, lesson.unit_plan_id, lesson.title,
      (select min(session.meeting_on)::text from lesson_sessions session
        where session.tenant_id = lesson.tenant_id and session.lesson_plan_id = lesson.id) as planned_on
    from plans lesson
    where lesson.tenant_id = ${tenantId} and lesson.kind = 'lesson' and lesson.unit_plan_id is not null
    order by lesson.unit_plan_id, lesson.position, lesson.id`.execute(tx);
  return rows;
}

async function listWork(tx: Transaction, tenantId: string): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select assignment.id, assignment.course_id, min(date.due_at)::date::text as due_on
    from assignments assignment
    join assignment_dates date on date.tenant_id = assignment.tenant_id and date.assignment_id = assignment.id
    where assignment.tenant_id = ${tenantId} and assignment.state in ('published', 'closed') and date.due_at is not null
    group by assignment.id, assignment.course_id
    order by due_on, assignment.id`.execute(tx);
  return rows;
}
