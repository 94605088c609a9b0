import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';

export interface NamedPerson {
  given_name: string;
  family_name: string;
  preferred_name?: string | null;
  email?: string | null;
  username?: string | null;
  student_number?: string | null;
  staff_number?: string | null;
}

/** Folded for sorting and searching: accents off, lower case, so that "Lucía" is found by "lucia". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Columns the application keeps beside what people typed; indexes use these (see docs/database.md). */
export function derivedColumns(person: NamedPerson) {
  const searchable = [
    person.given_name,
    person.preferred_name,
    person.family_name,
    person.email,
    person.username,
    person.student_number,
    person.staff_number,
  ];
  return {
    email_normalized: person.email ? normalizeIdentifier(person.email) : null,
    username_normalized: person.username ? normalizeIdentifier(person.username) : null,
    // By the family part where there is one (UXP-96).
    sort_name: fold([person.family_name, person.given_name].filter(Boolean).join(' ')),
    search_text: fold(searchable.filter(Boolean).join(' ')),
  };
}

/** Names written in these are said family part first, and most of them without a space (UXP-96). */
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・]+$/u;

type ShownName = Pick<NamedPerson, 'given_name' | 'family_name' | 'preferred_name'>;

/** One name to show, of one part or two, in the order of its script. */
export function displayName({ given_name, family_name, preferred_name }: ShownName): string {
  const given = preferred_name ?? given_name;
  if (family_name === '') return given;
  return familyFirst.test(family_name + given) ? `${family_name}${given}` : `${given} ${family_name}`;
}

/** As in a register: the family part first, set off where the order is turned around. */
export function registerName({ given_name, family_name, preferred_name }: ShownName): string {
  const given = preferred_name ?? given_name;
  if (family_name === '') return given;
  return familyFirst.test(family_name + given) ? `${family_name}${given}` : `${family_name}, ${given}`;
}

type State = 'invited' | 'active' | 'suspended' | 'deactivated' | 'pending_deletion' | 'anonymized';
export type StateChange = 'suspend' | 'activate' | 'deactivate' | 'restore';

/** The arrows between the states of an account; every other step is refused. */
const stateChanges: Record<StateChange, { from: readonly string[]; to: State; past: string }> = {
  suspend: { from: ['active'], to: 'suspended', past: 'suspended' },
  activate: { from: ['suspended', 'invited'], to: 'active', past: 'activated' },
  // An invitation sent by mistake is withdrawn by closing the account that waits for it.
  deactivate: { from: ['active', 'invited'], to: 'deactivated', past: 'deactivated' },
  restore: { from: ['deactivated'], to: 'active', past: 'restored' },
};

export function stateChange(verb: StateChange) {
  return stateChanges[verb];
}

/** Accounts in these states are counted as people of the tenant and of their schools. */
export const countedStates = ['invited', 'active', 'suspended'] as const;

export function isCounted(state: string): boolean {
  return (countedStates as readonly string[]).includes(state);
}

interface Dates {
  starts_on: string | null;
  ends_on: string | null;
}

export function hasStarted(dates: Dates, today: string): boolean {
  return dates.starts_on === null || dates.starts_on <= today;
}

export function isInForce(dates: Dates, today: string): boolean {
  return hasStarted(dates, today) && (dates.ends_on === null || dates.ends_on >= today);
}

const explanations: Record<string, string> = {
  wrong_password: 'The password was not right.',
  unknown_user: 'Nobody has that name.',
  suspended: 'The account is suspended.',
  deactivated: 'The account is closed.',
  invited: 'The invitation has not been accepted yet.',
  throttled: 'There had been too many wrong tries.',
  locked: 'There had been too many wrong tries.',
  wrong_code: 'The second step was not right.',
  mfa_required: 'The second step was not completed.',
  domain_not_allowed: 'The address belongs to a domain that may not sign in here.',
  method_not_allowed: 'This way of signing in is switched off for this person.',
};

/** Plain words for the admin who is asked "why can't I get in" (IDN-40). */
export function explainSignIn(event: { outcome: string; reason: string | null }): string {
  if (event.reason && explanations[event.reason]) return explanations[event.reason] as string;
  return event.outcome === 'success' ? 'Signed in.' : 'The sign-in was refused.';
}
