/** Says something about one person: kept under that person's own key, or not at all (PRV-124). */
const personalFields: ReadonlySet<string> = new Set([
  'given_name',
  'family_name',
  'preferred_name',
  'pronounced_as',
  'pronouns',
  'email',
  'username',
  'student_number',
  'staff_number',
  'external_id',
]);

/** Named as changed and never repeated, whatever it looks like (PRV-127). */
const neverKept = /(^|_)(birth_on|password|token|secret|hash|body|content|comment|message|note|notes|text)$/;

/** Free text of an organisation, not of people: names of things and their codes. */
const namesOfThings: ReadonlySet<string> = new Set([
  'address',
  'code',
  'fields',
  'key',
  'name',
  'path',
  'short_name',
  'statement',
  'subject',
  'subjects',
  'tags',
  'ticket',
  'time_zone',
  'title',
]);

/** Ids, dates, amounts and words of a fixed vocabulary say nothing that somebody typed. */
const fixedWord = /^[a-z0-9_.:/@+-]{1,80}$|^\d{4}-\d\d-\d\d[T ][\d:.]+(Z|[+-][\d:]+)$/;
const mailAddress = /@.*\./;

export function isPersonal(field: string): boolean {
  return personalFields.has(field);
}

/** Whether the value of a changed field may stand in the log; otherwise only that it changed (PRV-127). */
export function isSafeToKeep(field: string, value: unknown): boolean {
  if (neverKept.test(field)) return false;
  if (typeof value === 'string')
    return namesOfThings.has(field) || (fixedWord.test(value) && !mailAddress.test(value));
  if (Array.isArray(value)) return value.every((one) => isSafeToKeep(field, one));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => !isPersonal(name) && isSafeToKeep(name, inner));
}
