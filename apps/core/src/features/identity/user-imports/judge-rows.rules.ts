import type {
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
  /** The caller may add people to the whole organisation. */
  reaches_tenant: boolean;
  known: readonly KnownPerson[];
}

type Verdict = Omit<JudgedRow, 'line' | 'cells'>;

const nothing: Omit<Verdict, 'status'> = {
  ...{ person: null, field: null, code: null, detail: null, other_line: null, user_id: null },
};

const bad = (field: UserImportField, code: string, detail: string): Verdict => ({
  ...{ ...nothing, status: 'bad', field, code, detail },
});

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

function judge(cell: Cells, facts: ImportFacts, known: Known): Verdict {
  const role = cell.role
    ? roleNamed(cell.role, facts.roles)
    : facts.roles.find(({ id }) => id === facts.role_id);
  if (!role) {
    return cell.role
      ? bad('role', 'unknown_role', 'There is no such role.')
      : bad('role', 'required', 'The row names no role.');
  }
  if (role.key === 'district_admin') return judgeWide(cell, role, facts, known);
  const school = cell.school_code
    ? facts.schools.find(({ code }) => code.toLowerCase() === cell.school_code.toLowerCase())?.id
    : facts.school_id;
  if (school === undefined) return bad('school_code', 'unknown_school', 'No school has this code.');
  if (facts.only_school_id && school !== facts.only_school_id) {
    return bad('school_code', 'other_school', 'This is not the school chosen above.');
  }
  if (school === null && role.key !== 'guardian') {
    return bad('school_code', 'school_missing', 'The row names no school.');
  }
  return judgePerson(cell, role, school, known);
}

/** Held over the organisation and over no school, whatever school the row names. */
function judgeWide(cell: Cells, role: KnownRole, facts: ImportFacts, known: Known): Verdict {
  if (facts.reaches_tenant && !facts.only_school_id) return judgePerson(cell, role, null, known);
  return bad('role', 'exceeds_own_rights', 'You cannot give rights you do not hold.');
}

function judgePerson(cell: Cells, role: KnownRole, school: string | null, known: Known): Verdict {
  const parsed = UserCreate.safeParse(bodyOf(cell, role, school));
  if (!parsed.success) return fault(parsed.error.issues[0]);
  const person = parsed.data;
  const matches = new Set(keysOf(person).flatMap((key) => known.get(key) ?? []));
  const [match, another] = matches;
  if (another) return bad('email', 'ambiguous', 'The row names two different people.');
  if (!match) return { ...nothing, status: 'new', person };
  if (match.is_visible) return { ...nothing, status: 'known', person, user_id: match.id };
  return bad('email', 'user.duplicate', 'Somebody has this e-mail address, username or number.');
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

function fault(issue: z.core.$ZodIssue | undefined): Verdict {
  const name = String(issue?.path[0] ?? 'email');
  const field = fieldOfBody[name] ?? (name as UserImportField);
  const code =
    (issue?.code === 'custom' ? issue.params?.code : undefined) ??
    (issue?.code === 'too_small' ? 'required' : (issue?.code ?? 'invalid'));
  return bad(field, code, issue?.message ?? '');
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

/** Of two rows for the same person the first counts; the other says where that one is. */
function withoutRepetition(verdict: Verdict, line: number, lines: Map<string, number>): Verdict {
  if (!verdict.person) return verdict;
  const keys = keysOf(verdict.person);
  const other_line = keys.map((key) => lines.get(key)).find((found) => found !== undefined);
  if (other_line !== undefined) {
    return { ...bad('email', 'duplicate_row', `Line ${other_line} holds the same person.`), other_line };
  }
  for (const key of keys) lines.set(key, line);
  return verdict;
}
