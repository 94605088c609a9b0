import { normalizeIdentifier } from '../sessions/secrets.ts';

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
    sort_name: fold(`${person.family_name} ${person.given_name}`),
    search_text: fold(searchable.filter(Boolean).join(' ')),
  };
}

export function displayName(person: NamedPerson): string {
  return `${person.preferred_name ?? person.given_name} ${person.family_name}`;
}
