import type {
  UserImportFault,
  UserImportField,
  UserImportMapping,
  UserImportRowStatus,
} from '@k12/contracts/identity/user-imports';
import { UserCreate } from '@k12/contracts/identity/users';
import type { z } from 'zod';
import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';
import { withoutFormulaMark } from '../../../platform/csv/write-csv.ts';
import { type KnownRole, roleNamed } from './people-columns.rules.ts';

export interface JudgedRow {
  line: number;
  cells: string[];
  status: UserImportRowStatus;
  person: UserCreate | null;
  field: UserImportField | null;
  code: string | null;
  detail: string | null;
  other_line: number | null;
  user_id: string | null;
}

/** Somebody who is there already, as far as a row can name them. */
export interface KnownPerson {
  id: string;
  email_normalized: string | null;
  username_normalized: string | null;
  student_number: string | null;
  staff_number: string | null;
  external_id: string | null;
  /** Whether the caller may see them: otherwise only that the name is taken (IDN-31). */
  is_visible: boolean;
}

export interface ImportFacts {
  header: readonly string[];
  mapping: UserImportMapping;
  roles: readonly KnownRole[];
  schools: readonly { id: string; code: string }[];
  role_id: string | null;
  school_id: string | null;
  /** The caller works in one school: rows for others are refused. */
  only_school_id: string | null;
  /** Where the caller may add people. */
  reach: 'all' | readonly string[];
  known: readonly KnownPerson[];
}

type Verdict = Omit<JudgedRow, 'line' | 'cells'>;

const nothing: Omit<Verdict, 'status'> = {
  ...{ person: null, field: null, code: null, detail: null, other_line: null, user_id: null },
};

const bad = (field: UserImportField, code: string, detail: string): Verdict => ({
  ...{ ...nothing, status: 'bad', field, code, detail },
});

/** The school of rows that name none: as chosen, else the only one there can be. */
export function schoolOfRest({
  schools,
  reach,
  school_id,
}: Pick<ImportFacts, 'schools' | 'reach' | 'school_id'>): string | null {
  const [only, another] = schools.filter(({ id }) => reach === 'all' || reach.includes(id));
  return school_id ?? (another ? null : (only?.id ?? null));
}

/** What becomes of every row: added, there already, or not to be taken over and why (PRV-54). */
export function judgeRows(
  rows: readonly { line: number; cells: string[] }[],
  facts: ImportFacts,
): JudgedRow[] {
  const lines = new Map<string, number>();
  const known = indexOf(facts.known);
  const read = reader(facts);
  return rows.map(({ line, cells }) => {
    const verdict = judge(read(cells), facts, known);
    return { line, cells, ...withoutRepetition(verdict, line, lines) };
  });
}

type Cells = Record<UserImportField, string>;

/** The cells of a row by what they mean. */
export function reader({ header, mapping }: Pick<ImportFacts, 'header' | 'mapping'>) {
  const places = Object.entries(mapping).map(
    ([field, name]) => [field, name ? header.indexOf(name) : -1] as const,
  );
  return (cells: readonly string[]): Cells =>
    Object.fromEntries(
      places.map(([field, at]) => [field, at < 0 ? '' : withoutFormulaMark(cells[at] ?? '').trim()]),
    ) as Cells;
}

type Known = ReadonlyMap<string, KnownPerson>;

type PlaceFacts = Omit<ImportFacts, 'header' | 'mapping' | 'known'>;

function judge(cell: Cells, facts: ImportFacts, known: Known): Verdict {
  const { person, faults } = readPerson(cell, facts);
  const [first] = faults;
  if (!person) {
    const detail = faults.map((fault) => fault.detail).join(' ');
    return { ...nothing, status: 'bad', field: first?.field ?? null, code: first?.code ?? null, detail };
  }
  const matches = new Set(keysOf(person).flatMap((key) => known.get(key) ?? []));
  const [match, another] = matches;
  if (another) return bad('email', 'ambiguous', 'The row names two different people.');
  if (!match) return { ...nothing, status: 'new', person };
  if (match.is_visible) return { ...nothing, status: 'known', person, user_id: match.id };
  return bad('email', 'user.duplicate', 'Somebody has this e-mail address, username or number.');
}

/** The person a row describes, or everything in it that keeps it from being one (PRV-54). */
export function readPerson(
  cell: Cells,
  facts: PlaceFacts,
): { person: UserCreate | null; faults: UserImportFault[] } {
  const role = cell.role
    ? roleNamed(cell.role, facts.roles)
    : facts.roles.find(({ id }) => id === facts.role_id);
  const isWide = role?.key === 'district_admin';
  const place = isWide ? { school: null } : placeOf(cell, role, facts);
  const faults = [
    ...(role ? [] : [roleFault(cell)]),
    ...(isWide && (facts.reach !== 'all' || facts.only_school_id) ? [beyondOwn] : []),
    ...(place.fault ? [place.fault] : []),
  ];
  const parsed = UserCreate.safeParse(bodyOf(cell, role ?? someRole, place.school));
  if (!parsed.success) faults.push(...parsed.error.issues.map(faultOf));
  const person = parsed.success && faults.length === 0 ? parsed.data : null;
  return { person, faults };
}

const beyondOwn: UserImportFault = {
  ...{ field: 'role', code: 'exceeds_own_rights', value: null },
  detail: 'You cannot give rights you do not hold.',
};

/** Lets the other cells be judged while the role is not known. */
const someRole = { id: '00000000-0000-4000-8000-000000000000', key: 'student', name: '' };

function roleFault({ role }: Cells): UserImportFault {
  return role
    ? { field: 'role', code: 'unknown_role', value: role, detail: `There is no role “${role}”.` }
    : { field: 'role', code: 'required', value: null, detail: 'The row names no role.' };
}

/** Held over the organisation and over no school is a guardian alone; everybody else belongs to one. */
function placeOf(
  { school_code: code }: Cells,
  role: KnownRole | undefined,
  facts: PlaceFacts,
): { school: string | null; fault?: UserImportFault } {
  const school = code
    ? facts.schools.find((known) => known.code.toLowerCase() === code.toLowerCase())?.id
    : schoolOfRest(facts);
  const wrong = (reason: string, detail: string) => ({
    school: null,
    fault: { field: 'school_code' as const, code: reason, value: code || null, detail },
  });
  if (school === undefined) return wrong('unknown_school', `No school has the code “${code}”.`);
  if (facts.only_school_id && school !== facts.only_school_id) {
    return wrong('other_school', 'This is not the school chosen above.');
  }
  if (school === null && role?.key !== 'guardian') return wrong('school_missing', 'The row names no school.');
  if (facts.reach !== 'all' && (school === null || !facts.reach.includes(school))) {
    return school === null
      ? wrong('school_missing', 'The row names no school.')
      : wrong('not_your_school', 'This is not a school of yours.');
  }
  return { school };
}

function bodyOf(cell: Cells, role: KnownRole, school_id: string | null) {
  const number = role.key === 'student' ? 'student_number' : 'staff_number';
  const given = {
    given_name: cell.given_name,
    family_name: cell.family_name,
    preferred_name: cell.preferred_name,
    email: cell.email,
    username: cell.username,
    [number]: cell.number,
    external_id: cell.external_id,
    birth_on: cell.birth_date,
    locale: cell.language.toLowerCase(),
    grade_level: cell.grade_level,
  };
  const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
  return { given_name: '', ...filled, role_id: role.id, school_id, invite: false };
}

const fieldOfBody: Readonly<Record<string, UserImportField>> = {
  student_number: 'number',
  staff_number: 'number',
  birth_on: 'birth_date',
  locale: 'language',
  role_id: 'role',
  school_id: 'school_code',
};

function faultOf(issue: z.core.$ZodIssue): UserImportFault {
  const name = String(issue.path[0] ?? 'email');
  const field = fieldOfBody[name] ?? (name as UserImportField);
  const code =
    (issue.code === 'custom' ? issue.params?.code : undefined) ??
    (issue.code === 'too_small' ? 'required' : issue.code);
  return { field, code, value: null, detail: `${field.replaceAll('_', ' ')}: ${issue.message}` };
}

function keysOf(person: {
  email?: string | null | undefined;
  username?: string | null | undefined;
  student_number?: string | null | undefined;
  staff_number?: string | null | undefined;
  external_id?: string | null | undefined;
}): string[] {
  const { email, username, student_number, staff_number, external_id } = person;
  return [
    ...(email ? [`email ${normalizeIdentifier(email)}`] : []),
    ...(username ? [`username ${normalizeIdentifier(username)}`] : []),
    ...(student_number ? [`student ${student_number}`] : []),
    ...(staff_number ? [`staff ${staff_number}`] : []),
    ...(external_id ? [`external ${external_id}`] : []),
  ];
}

function indexOf(people: readonly KnownPerson[]): Map<string, KnownPerson> {
  return new Map(
    people.flatMap((person) => {
      const { email_normalized: email, username_normalized: username } = person;
      return keysOf({ ...person, email, username }).map((key) => [key, person] as const);
    }),
  );
}

const repeatedAs = {
  email: ['email', 'e-mail address'],
  username: ['username', 'username'],
  student: ['number', 'student number'],
  staff: ['number', 'staff number'],
  external: ['external_id', 'external id'],
} as const satisfies Record<string, readonly [UserImportField, string]>;

/** Of two rows for the same person the first counts; the other says where that one is. */
function withoutRepetition(verdict: Verdict, line: number, lines: Map<string, number>): Verdict {
  if (!verdict.person) return verdict;
  const keys = keysOf(verdict.person);
  const repeated = keys.find((key) => lines.has(key));
  const other_line = repeated && lines.get(repeated);
  if (other_line) {
    const [field, words] = repeatedAs[repeated.split(' ')[0] as keyof typeof repeatedAs];
    return { ...bad(field, 'duplicate_row', `The same ${words} as in line ${other_line}.`), other_line };
  }
  for (const key of keys) lines.set(key, line);
  return verdict;
}
