/** Taken from the merged account where the kept one has nothing. */
export const mergedFields = [
  'preferred_name',
  'pronounced_as',
  'pronouns',
  'email',
  'username',
  'student_number',
  'staff_number',
  'external_id',
  'birth_on',
  'locale',
  'time_zone',
] as const;

export type MergedField = (typeof mergedFields)[number];
export type MergeablePerson = Record<MergedField | 'given_name' | 'family_name', string | null>;

export function fieldResults(kept: MergeablePerson, merged: MergeablePerson) {
  const names = (['given_name', 'family_name'] as const).map((field) => ({
    field,
    kept: kept[field],
    merged: merged[field],
    result: kept[field],
  }));
  const filled = mergedFields.map((field) => ({
    field,
    kept: kept[field],
    merged: merged[field],
    result: kept[field] ?? merged[field],
  }));
  return [...names, ...filled];
}

export function filledFields(
  kept: MergeablePerson,
  merged: MergeablePerson,
): Partial<Record<MergedField, string>> {
  return Object.fromEntries(
    mergedFields.flatMap((field) =>
      kept[field] === null && merged[field] !== null ? [[field, merged[field]]] : [],
    ),
  );
}

/** A student and somebody who works here are two people, whatever their names say (IDN-37). */
export function areOfOneKind(keptRoles: readonly string[], mergedRoles: readonly string[]): boolean {
  const isStudent = (roles: readonly string[]) => roles.includes('student');
  const isStaff = (roles: readonly string[]) =>
    roles.some((role) => role !== 'student' && role !== 'guardian');
  if (isStudent(keptRoles) && isStaff(mergedRoles)) return false;
  return !(isStaff(keptRoles) && isStudent(mergedRoles));
}
