import type { EnrollmentOutcome, ListedPerson } from '@k12/contracts/teaching/bulk-enrollment';
import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';
import type { ListedLine } from './people-list.rules.ts';

export interface Candidate {
  user_id: string;
  name: string;
  email: string | null;
  username: string | null;
  student_number: string | null;
  external_id: string | null;
  state: string;
  roles: readonly string[];
  /** In the section in this role: the state, and whether another system keeps it. */
  enrolled_as: string | null;
  is_managed: boolean;
}

const enrollable: readonly string[] = ['active', 'invited'];
const family: readonly string[] = ['student', 'guardian'];

/** What each line of a list comes to; who stands in it twice is enrolled once (TCH-06). */
export function judgeList(
  lines: readonly ListedLine[],
  candidates: readonly Candidate[],
  role: string,
): ListedPerson[] {
  const found = byName(candidates);
  const seen = new Set<string>();
  return lines.map(({ line, text }) => {
    const people = found.get(normalizeIdentifier(text)) ?? new Set();
    const [person] = people;
    if (!person) return { line, text, outcome: 'not_found', user_id: null, name: null };
    if (people.size > 1) return { line, text, outcome: 'ambiguous', user_id: null, name: null };
    const outcome = seen.has(person.user_id) ? 'already' : outcomeOf(person, role);
    seen.add(person.user_id);
    return { line, text, outcome, user_id: person.user_id, name: person.name };
  });
}

/** People chosen by hand, behind those of the list; whoever stands there already is enrolled once. */
export function judgeChosen(
  ids: readonly string[],
  candidates: readonly Candidate[],
  role: string,
  listed: readonly ListedPerson[],
): ListedPerson[] {
  const known = new Map(candidates.map((person) => [person.user_id, person]));
  const seen = new Set(listed.map(({ user_id }) => user_id));
  const last = listed.at(-1)?.line ?? 0;
  return [...new Set(ids)].map((user_id, at) => {
    const line = last + at + 1;
    const person = known.get(user_id);
    if (!person) return { line, text: '', outcome: 'not_found', user_id: null, name: null };
    const outcome = seen.has(user_id) ? 'already' : outcomeOf(person, role);
    return { line, text: person.name, outcome, user_id, name: person.name };
  });
}

/** Everybody whom a text can mean: the address of one may be the number of another. */
function byName(candidates: readonly Candidate[]): Map<string, Set<Candidate>> {
  const found = new Map<string, Set<Candidate>>();
  for (const person of candidates) {
    for (const name of [person.email, person.username, person.student_number, person.external_id]) {
      if (!name) continue;
      const key = normalizeIdentifier(name);
      found.set(key, (found.get(key) ?? new Set()).add(person));
    }
  }
  return found;
}

export function outcomeOf(person: Candidate, role: string): EnrollmentOutcome {
  if (!enrollable.includes(person.state)) return 'inactive_user';
  if (!fits(person.roles, role)) return 'wrong_role';
  if (person.enrolled_as === 'active' || person.enrolled_as === 'completed') return 'already';
  // Gone, and only the system that took them out puts them in again (TCH-11).
  return person.enrolled_as !== null && person.is_managed ? 'already' : 'will_enroll';
}

/** Students learn, people who work here teach; a guardian alone does neither. */
function fits(roles: readonly string[], role: string): boolean {
  if (role === 'student') return roles.includes('student');
  return roles.some((held) => !family.includes(held));
}
