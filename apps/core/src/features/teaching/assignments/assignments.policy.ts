interface AssignmentPlace {
  state: string;
}

/** What somebody of the staff may do in a course. */
export interface AssignmentRights {
  /** The course still takes changes; archived ones stay as they are (TCH-04). */
  is_open: boolean;
  may_write: boolean;
}

export function canUpdateAssignment(
  { is_open, may_write }: AssignmentRights,
  { state }: AssignmentPlace,
): boolean {
  return may_write && is_open && state !== 'deleted';
}

/** Also opens what was closed again. */
export function canPublishAssignment(rights: AssignmentRights, { state }: AssignmentPlace): boolean {
  return canUpdateAssignment(rights, { state }) && state !== 'published';
}

export function canCloseAssignment(rights: AssignmentRights, { state }: AssignmentPlace): boolean {
  return canUpdateAssignment(rights, { state }) && state === 'published';
}

export function canRestoreAssignment(
  { is_open, may_write }: AssignmentRights,
  { state }: AssignmentPlace,
): boolean {
  return may_write && is_open && state === 'deleted';
}
