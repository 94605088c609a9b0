import { fold } from '../users/users.rules.ts';

export interface PasswordOwner {
  roles: readonly string[];
  grade_levels: readonly string[];
  /** Names of the person and of their schools. */
  names: readonly string[];
}

const staffMinimum = 12;
const studentMinimum = 8;
const youngGrades = new Set(['PK', 'TK', 'K', 'KG', '1', '2', '3', '4', '5']);

/** IDN-66: length decides, not composition; the youngest may have shorter ones where the tenant allows it. */
export function minimumLength(owner: Omit<PasswordOwner, 'names'>, youngStudentLength: number): number {
  const isStudent = owner.roles.length > 0 && owner.roles.every((role) => role === 'student');
  if (!isStudent) return staffMinimum;
  const isYoung =
    owner.grade_levels.length > 0 &&
    owner.grade_levels.every((grade) => youngGrades.has(grade.toUpperCase()));
  return isYoung ? Math.min(youngStudentLength, studentMinimum) : studentMinimum;
}

export type PasswordFault = 'too_short' | 'common' | 'contains_name';

export function passwordFaults(
  password: string,
  owner: PasswordOwner,
  minimum: number,
  isListed: (candidate: string) => boolean,
): PasswordFault[] {
  const faults: PasswordFault[] = [];
  if ([...password.normalize('NFKC')].length < minimum) faults.push('too_short');
  if (isCommon(password, minimum >= staffMinimum, isListed)) faults.push('common');
  if (containsName(password, owner.names)) faults.push('contains_name');
  return faults;
}

const sequence =
  '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm';
const fewestDifferent = 4;

/** For adults a listed word stays common with digits hung on; children may use that to remember theirs. */
function isCommon(password: string, isAdult: boolean, isListed: (candidate: string) => boolean): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (isListed(lower) || sequence.includes(lower)) return true;
  if (new Set(lower).size < fewestDifferent) return true;
  const base = lower.replace(/[\d\p{P}\p{S}]+$/u, '');
  return isAdult && base.length >= 4 && base !== lower && isListed(base);
}

const shortestName = 3;

function containsName(password: string, names: readonly string[]): boolean {
  const squeezed = squeeze(password);
  return names.map(squeeze).some((name) => name.length >= shortestName && squeezed.includes(name));
}

function squeeze(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const genericWords = new Set(
  'school schools elementary middle high primary secondary academy college charter public the of and'.split(
    ' ',
  ),
);

/** "Northside Elementary School" is known to its pupils as "Northside". */
export function distinctiveName(schoolName: string): string {
  return schoolName
    .split(/\s+/)
    .filter((word) => !genericWords.has(word.toLowerCase()))
    .join(' ');
}
