import { newId } from '@k12/db';
import type { ASchool } from './a-school.ts';
import { nextNumber, type TestPerson } from './people.ts';
import { activeYear, insert, now } from './record-tools.ts';

/** A course with one section that its owner teaches, of the school of the world unless they have another. */
export async function aCourse(
  world: ASchool,
  owner: TestPerson,
  given: { role?: 'teacher' | 'student'; state?: string } = {},
): Promise<{ course_id: string; section_id: string; enrollment_id: string }> {
  const ids = { course_id: newId(), section_id: newId(), enrollment_id: newId() };
  const academic_year_id = await activeYear(world);
  const at = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'courses', {
    id: ids.course_id,
    school_id: world.school.id,
    academic_year_id,
    name: `Course ${nextNumber()}`,
    state: given.state ?? 'active',
    ...at,
  });
  await insert(world, 'sections', { id: ids.section_id, course_id: ids.course_id, name: 'Section 1', ...at });
  const { role = 'teacher' } = given;
  await insert(world, 'enrollments', {
    id: ids.enrollment_id,
    section_id: ids.section_id,
    user_id: owner.id,
    role,
    ...at,
  });
  return ids;
}

/** A unit with one lesson that its owner wrote, placed on a course that they teach, with a session. */
export async function aPlacement(
  world: ASchool,
  owner: TestPerson,
  given: { starts_on?: string; ends_on?: string } = {},
) {
  const course = await aCourse(world, owner);
  const academic_year_id = await activeYear(world);
  const ids = { ...course, unit_id: newId(), lesson_id: newId(), placement_id: newId(), session_id: newId() };
  const today = now(world).slice(0, 10);
  const plan = {
    owner_id: owner.id,
    created_by: owner.id,
    school_id: world.school.id,
    home: 'school',
    pack_key: 'plain',
    pack_version: 1,
    schema_key: 'unit',
    created_at: now(world),
    updated_at: now(world),
  };
  const by = { created_by: owner.id, updated_by: owner.id, created_at: now(world), updated_at: now(world) };
  await insert(world, 'plans', { ...plan, id: ids.unit_id, kind: 'unit', title: `Unit ${nextNumber()}` });
  await insert(world, 'plans', {
    ...plan,
    id: ids.lesson_id,
    kind: 'lesson',
    title: `Lesson ${nextNumber()}`,
    schema_key: 'lesson',
    unit_plan_id: ids.unit_id,
    position: 0,
    duration_minutes: 50,
  });
  await insert(world, 'unit_placements', {
    id: ids.placement_id,
    unit_plan_id: ids.unit_id,
    course_id: ids.course_id,
    school_id: world.school.id,
    academic_year_id,
    starts_on: given.starts_on ?? today,
    ends_on: given.ends_on ?? today,
    ...by,
  });
  await insert(world, 'lesson_sessions', {
    id: ids.session_id,
    lesson_plan_id: ids.lesson_id,
    section_id: ids.section_id,
    placement_id: ids.placement_id,
    meeting_on: given.starts_on ?? today,
    ...by,
  });
  return ids;
}
