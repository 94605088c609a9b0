import { newId } from '@k12/db';
import { aCourse } from './a-course.ts';
import { activeYear, insert, now, type RecordBuilder, simple, someone } from './record-tools.ts';

/** A student in a course that `owner` teaches. */
const total: RecordBuilder = async (world, owner) => {
  const { course_id, section_id } = await aCourse(world, owner);
  const student_id = await someone(world, 'student');
  const at = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'enrollments', {
    id: newId(),
    section_id,
    user_id: student_id,
    role: 'student',
    ...at,
  });
  return { id: course_id, student_id };
};

const plainBands = ['50', '0'].map((lower_percent) => ({
  ...{ label: `From ${lower_percent}`, lower_percent, gpa_points: null, is_passing: lower_percent !== '0' },
}));

const plainFilters = {
  ...{ period_id: null, section_id: null, group_id: null, status: 'all', below: 70, name: '' },
  ...{ category_id: null, module_id: null, columns: 'all', due_from: null, due_until: null },
  ...{ sort: { by: 'name', descending: false }, shows_withdrawn: false },
};

/** What belongs to the sheet of a course; part of `recordBuilders`. */
export const gradebookRecords: Readonly<Record<string, RecordBuilder>> = {
  '/courses/{id}/totals/{student_id}': total,
  '/grading_periods/{id}': simple('grading_periods', async (world) => ({
    school_id: world.school.id,
    academic_year_id: await activeYear(world),
    name: 'Quarter',
    starts_on: now(world).slice(0, 10),
    ends_on: now(world, 60).slice(0, 10),
    created_at: now(world),
    updated_at: now(world),
  })),
  '/gradebook_exports/{id}': async (world, owner) => {
    const { course_id } = await aCourse(world, owner);
    const id = newId();
    await insert(world, 'gradebook_exports', {
      ...{ id, course_id, requested_by: owner.id, created_at: now(world), expires_at: now(world, 7) },
    });
    return { id };
  },
  '/change_sets/{id}': async (world, owner) => {
    const { course_id } = await aCourse(world, owner);
    const id = newId();
    await insert(world, 'change_sets', {
      id,
      course_id,
      action: 'fill',
      made_by: owner.id,
      made_at: now(world),
    });
    return { id };
  },
  '/gradebook_views/{id}': async (world, owner) => {
    const { course_id } = await aCourse(world, owner);
    const id = newId();
    const at = { created_at: now(world), updated_at: now(world) };
    await insert(world, 'gradebook_views', {
      ...{ id, course_id, owner_id: owner.id, name: 'Behind', filters: JSON.stringify(plainFilters), ...at },
    });
    return { id };
  },
  '/grading_schemes/{id}': simple('grading_schemes', () => {
    const scheme_key = newId();
    return {
      scope: 'tenant',
      scheme_key,
      name: 'Letters',
      bands: JSON.stringify(plainBands),
      created_at: new Date(),
    };
  }),
  '/gradebook_imports/{id}': async (world, owner) => {
    const { course_id } = await aCourse(world, owner);
    const id = newId();
    const counts = { change: 0, same: 0, refused: 0, conflict: 0, unknown_student: 0, duplicate_row: 0 };
    await insert(world, 'gradebook_imports', {
      id,
      course_id,
      file_name: 'grades.csv',
      preview: JSON.stringify({ counts, unknown_columns: [], cells: [] }),
      created_by: owner.id,
      created_at: now(world),
    });
    return { id };
  },
};
