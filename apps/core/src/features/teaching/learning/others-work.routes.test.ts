import { endpoints } from '@k12/contracts/endpoints';
import { getLearnerAssignment } from '@k12/contracts/teaching/learning';
import { getMySubmission, submitMyWork } from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { beforeAll, expect, test } from 'vitest';
import { aWorkingCourse, words } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aWorkingCourse();
const { student, classmate, stranger, guardian, teacher, course_id } = world;
const secret = 'A sentence only its writer knows';
const score = '17.125';
let assignment_id: string;
let submission_id: string;

beforeAll(async () => {
  assignment_id = await world.assignment();
  const params = { id: assignment_id };
  const body = { body: words(secret), file_ids: [], links: [], draft_version: 0 };
  await student.call(submitMyWork, { params, body });
  await world.setCell(assignment_id, {
    ...{ grade_state: 'graded', entry: score, entered_score: score, effective_score: score },
    ...{ graded_at: world.clock.now().toISOString(), grade_version: 1 },
  });
  submission_id = (await student.call(getMySubmission, { params })).id ?? '';
  const link = { id: newId(), guardian_id: guardian.id, student_id: classmate.id, state: 'active' as const };
  const row = { tenant_id: world.tenant.id, ...link, confirmed_at: world.clock.now().toISOString() };
  await build(world.platform, (tx) => tx.insertInto('guardian_links').values(row).execute());
});

/** Ids by the word before them in the address; any other place gets one that names nothing. */
const known = () => ({
  ...{ courses: course_id, students: student.id, assignments: assignment_id, submissions: submission_id },
  ...{ work: student.id, totals: student.id, mastery: student.id },
});

/** Every reading address that speaks of courses, work or students, filled with those of the one student. */
function addresses(): string[] {
  const about = /^\/(courses|students|assignments|submissions|sections|gradebook|inbox|me|my)\b/;
  const paths = endpoints
    .filter(({ method, path, stream }) => method === 'GET' && about.test(path) && stream !== 'events')
    .map(({ path }) =>
      path.replace(/([a-z_]+)\/\{[a-z_]+\}/g, (_, before: string) => {
        const ids: Record<string, string> = known();
        return `${before}/${ids[before] ?? newId()}`;
      }),
    );
  return paths.flatMap((path) => [path, `${path}?student_id=${student.id}`]);
}

/** What of the student came out, at which address. */
async function leaks(actor: TestActor, marks: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses()) {
    const { status, body } = await actor.fetch('GET', address);
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
    const seen = marks.filter((mark) => text.includes(mark));
    if (status >= 500 || status === 429 || seen.length > 0) found.push(`${status} ${address} ${seen}`);
  }
  return found;
}

test('TCH-64 the sweep reaches the addresses that matter, and staff find the work by it', async () => {
  expect(addresses().length).toBeGreaterThan(60);
  expect((await leaks(teacher, [secret])).length).toBeGreaterThan(0);
});

test.each([
  ['a classmate', () => classmate],
  ['a student of no such course', () => stranger],
  ['the guardian of a classmate', () => guardian],
] as const)(
  'TCH-64 PPL-18 %s reads nothing of the student at any address: no words, score or id',
  async (_, who) => {
    expect(await leaks(who(), [secret, score, student.id, submission_id])).toEqual([]);
  },
);

test('PPL-18 TCH-80 the student reads the own words at their address, and the unposted score at none', async () => {
  expect(await leaks(student, [score])).toEqual([]);
  const params = { id: student.id, assignment_id };
  const own = await student.call(getLearnerAssignment, { params });
  expect([JSON.stringify(own.attempts).includes(secret), own.score]).toEqual([true, null]);
});
