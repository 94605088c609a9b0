const adultAge = 18;

/** Whoever was born on this day or earlier is of age today; a birthday on 29 February counts from 1 March (IDN-55). */
export function adultsBornUntil(today: string): string {
  return `${String(Number(today.slice(0, 4)) - adultAge).padStart(4, '0')}${today.slice(4)}`;
}

export function isAdult(birthOn: string | null, today: string): boolean {
  return birthOn !== null && birthOn <= adultsBornUntil(today);
}

export interface AdultBasis {
  adult_basis: string | null;
  adult_basis_ends_on: string | null;
}

/** What the school recorded, such as a court order, is not the student's to take back before its last day. */
export function hasLawfulBasis({ adult_basis, adult_basis_ends_on }: AdultBasis, today: string): boolean {
  return adult_basis === 'lawful_basis' && (adult_basis_ends_on === null || adult_basis_ends_on >= today);
}

export interface LinkInQuestion extends AdultBasis {
  state: string;
  may_access_records: boolean;
  starts_on: string | null;
  ends_on: string | null;
  birth_on: string | null;
}

/** The one rule of what a guardian sees; `linked-students.queries.ts` says the same in SQL (IDN-54, IDN-55). */
export function givesAccess(link: LinkInQuestion, today: string): boolean {
  if (link.state !== 'active' || !link.may_access_records) return false;
  if (link.starts_on && link.starts_on > today) return false;
  if (link.ends_on && link.ends_on < today) return false;
  if (!isAdult(link.birth_on, today)) return true;
  return (
    link.adult_basis !== null && (link.adult_basis_ends_on === null || link.adult_basis_ends_on >= today)
  );
}

const noticeDays = 30;

/** What a student's birthday asks for today: tell the school a month before, pause access on the day (IDN-55). */
export function majorityStep(birthOn: string | null, today: string): 'none' | 'notice' | 'pause' {
  if (birthOn === null) return 'none';
  if (isAdult(birthOn, today)) return 'pause';
  const later = new Date(`${today}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + noticeDays);
  return isAdult(birthOn, later.toISOString().slice(0, 10)) ? 'notice' : 'none';
}
