import type { Capability } from '@k12/contracts';
import type { PanelWork, StudentPanel } from '@k12/contracts/teaching/student-panel';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { isOpenCourse } from '../courses/courses.policy.ts';
import { selectStudent } from '../courses/enrolled-student.service.ts';
import { scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { familyCourse, staffWork } from '../learning/staff-reading.service.ts';
import { listTotalsOf } from '../totals/totals-records.service.ts';
import { presentNote } from './student-notes.service.ts';
import * as queries from './student-panel.queries.ts';

const states = ['active', 'completed', 'inactive', 'withdrawn'] as const;

/** All of one student in a course, as the teacher and beside it as the family sees it (TCH-106). */
export async function getPanel(
  context: Context,
  { id, student_id }: { id: string; student_id: string },
): Promise<StudentPanel> {
  return context.readTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const student = await selectStudent(tx, id, student_id, scope.section_ids);
    const places = await queries.listPlaces(tx, id, student_id);
    const [place] = places;
    const section_ids = places.map(({ section_id }) => section_id);
    const time_zone = place?.time_zone ?? 'UTC';
    const work = await staffWork(tx, context, course, { student_id, section_ids, time_zone });
    const family = await familyCourse(tx, context, student_id, id).catch(nothingThere);
    const familyOf = new Map(family?.items.map((item) => [item.assignment_id, item]));
    const mayNote = await mayIn(tx, context, course, 'gradebook.read', 'comment');
    return {
      student: {
        id: student.id,
        name: displayName(student),
        pronounced_as: place?.pronounced_as ?? null,
        student_number: place?.student_number ?? null,
        section_names: places.map(({ section_name }) => section_name),
        state: states.find((state) => places.some((one) => one.state === state)) ?? 'withdrawn',
      },
      work: work.map(
        ({ item, is_anonymous }): PanelWork => ({
          staff: item,
          family: familyOf.get(item.assignment_id) ?? null,
          is_anonymous,
        }),
      ),
      totals: { ...(await staffTotal(tx, course, student_id)), family: family?.course.total ?? null },
      notes: mayNote
        ? (await queries.listNotes(tx, id, student_id)).map((note) => presentNote(context, note))
        : [],
      contacts: await contactsOf(tx, context, course, student_id),
      can: {
        note: mayNote && isOpenCourse(course),
        extend:
          isOpenCourse(course) && (await mayIn(tx, context, course, 'assignments.write', 'edit_content')),
      },
    };
  });
}

/** Who left, or whose course is not open to them, sees nothing of it. */
function nothingThere(problem: unknown): null {
  if (problem instanceof Problem && problem.code === 'not_found') return null;
  throw problem;
}

async function mayIn(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  capability: Capability,
  right: Parameters<typeof scopeIn>[4],
): Promise<boolean> {
  return (await scopeIn(tx, context, course, capability, right)) !== null;
}

async function staffTotal(tx: Transaction, course: CourseRow, studentId: string) {
  const { total_shown: kind } = courseSettings(course);
  const totals = await listTotalsOf(tx, course.id, [studentId]);
  const total = totals.find(({ grading_period_id }) => grading_period_id === null);
  const calculated = kind === 'so_far' ? total?.so_far_percent : total?.if_nothing_more_percent;
  const percent = total?.override_percent ?? calculated ?? null;
  return { kind, staff: { percent, label: total?.override_label ?? total?.label ?? null } };
}

/** For who may read whose guardians there are and how to reach them; helpers ask the teacher. */
async function contactsOf(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  studentId: string,
): Promise<StudentPanel['contacts']> {
  if (course.my_role === 'assistant') return null;
  const may = (capability: Capability) => mayIn(tx, context, course, capability, 'comment');
  if (!((await may('guardian_links.read')) && (await may('users.read_contact')))) return null;
  const rows = await queries.listContacts(tx, studentId, await todayOf(context));
  return rows.map(({ id, relationship, email, ...person }) => ({
    ...{ id, relationship, email },
    name: displayName(person),
  }));
}
