import type {
  EnrollmentOutcome,
  EnrollmentPreview,
  EnrollmentPreviewCreate,
  ListedPerson,
} from '@k12/contracts/teaching/bulk-enrollment';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { enrollMany } from '../courses/enroll-many.service.ts';
import { authorizeManager } from '../courses/enrollment-rights.service.ts';
import { selectOptionalSection } from '../courses/enrollments-records.service.ts';
import * as queries from './bulk-enrollment.queries.ts';
import { type Candidate, judgeChosen, judgeList, outcomeOf } from './outcomes.rules.ts';
import { readFile, readPasted } from './people-list.rules.ts';

/** Says of each person of a list what would happen, and writes nothing of it (TCH-06). */
export async function createPreview(
  context: Context,
  sectionId: string,
  { role, text, user_ids = [], content_base64 }: EnrollmentPreviewCreate,
): Promise<EnrollmentPreview> {
  return context.withTenant(async (tx) => {
    const place = await selectPlace(tx, context, sectionId, role);
    const lines =
      content_base64 === undefined ? readPasted(text ?? '') : readFile(Buffer.from(content_base64, 'base64'));
    const names = [...new Set(lines.map((line) => normalizeIdentifier(line.text)))];
    const [candidates, chosen] = await Promise.all([
      queries.listCandidates(tx, names, place),
      queries.listPeople(tx, user_ids, place),
    ]);
    const listed = judgeList(lines, candidates.map(named), role);
    const people = [...listed, ...judgeChosen(user_ids, chosen.map(named), role, listed)];
    const preview = {
      id: newId(),
      section_id: sectionId,
      role,
      source: content_base64 === undefined ? ('manual' as const) : ('csv' as const),
      people,
      created_by: context.actor.user_id ?? '',
      created_at: context.platform.clock.now().toISOString(),
    };
    await queries.createPreview(tx, preview);
    return present({ ...preview, state: 'previewed' });
  });
}

export async function getPreview(context: Context, id: string): Promise<EnrollmentPreview> {
  return context.readTenant(async (tx) => {
    const preview = await requireOwn(context, await queries.selectOptionalPreview(tx, id));
    await selectPlace(tx, context, preview.section_id, preview.role);
    return present(preview);
  });
}

/** Enrolls who can still be; everybody else is left as they are and named. */
export async function applyPreview(context: Context, id: string) {
  return context.withTenant(async (tx) => {
    const preview = await requireOwn(context, await queries.lockOptionalPreview(tx, id));
    const { section_id, role, source } = preview;
    const place = await selectPlace(tx, context, section_id, role);
    if (preview.state === 'applied')
      throw new Problem('conflict', { detail: 'It has been applied already.' });
    const listed = preview.people as unknown as ListedPerson[];
    const wanted = listed.filter(({ outcome }) => outcome === 'will_enroll');
    const ids = wanted.flatMap(({ user_id }) => user_id ?? []);
    const now = new Map((await queries.listPeople(tx, ids, place)).map((row) => [row.user_id, named(row)]));
    const judged = wanted.map((person): ListedPerson => {
      const known = now.get(person.user_id ?? '');
      return { ...person, outcome: known ? outcomeOf(known, role) : 'not_found' };
    });
    const good = judged.flatMap(({ outcome, user_id }) =>
      outcome === 'will_enroll' && user_id ? [user_id] : [],
    );
    await enrollMany(tx, context, place.course, { section_id, role, source, user_ids: good });
    await queries.markApplied(tx, id);
    const left = listed.filter(({ outcome }) => outcome !== 'will_enroll');
    const skipped = [...left, ...judged.filter(({ outcome }) => outcome !== 'will_enroll')];
    return { enrolled_count: good.length, skipped: skipped.sort((a, b) => a.line - b.line) };
  });
}

/** The section, if the caller may put people of this role into it. */
async function selectPlace(
  tx: Transaction,
  context: Context,
  section_id: string,
  role: EnrollmentPreviewCreate['role'],
) {
  const section = await selectOptionalSection(tx, section_id);
  if (!section) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, section.course_id);
  await authorizeManager(tx, context, course, { section_id, role });
  return { section_id, role, course, school_id: course.school_id, today: await todayOf(context) };
}

/** A list of people is shown to who made it alone. */
async function requireOwn(context: Context, preview: queries.PreviewRow | undefined) {
  if (preview?.created_by !== context.actor.user_id) throw new Problem('not_found');
  return preview;
}

function named<T extends Omit<Candidate, 'name'> & Parameters<typeof displayName>[0]>(person: T): Candidate {
  return { ...person, name: displayName(person) };
}

function present(
  row: Pick<queries.PreviewRow, 'id' | 'section_id' | 'role' | 'state' | 'created_at'> & { people: unknown },
): EnrollmentPreview {
  const { id, section_id, role, state, created_at } = row;
  const people = row.people as ListedPerson[];
  const count = (outcome: EnrollmentOutcome) => people.filter((person) => person.outcome === outcome).length;
  return {
    ...{ id, section_id, role, state, created_at, people },
    counts: {
      will_enroll: count('will_enroll'),
      already: count('already'),
      not_found: count('not_found'),
      ambiguous: count('ambiguous'),
      wrong_role: count('wrong_role'),
      inactive_user: count('inactive_user'),
    },
  };
}
