/** Every action of the audit log with its meaning (PRV-120). A test compares this list with the code. */
export const auditActions = {
  'academic_year.activated': 'An academic year became the active one',
  'academic_year.closed': 'An academic year was closed to changes',
  'academic_year.created': 'An academic year was planned',
  'academic_year.reopened': 'A closed academic year was opened again',
  'academic_year.updated': 'Name or dates of an academic year were changed',
  'access.refused': 'A sensitive operation was refused for lack of rights',
  'audit_log.read': 'Somebody searched the audit log',
  'audit_log.verified': 'The audit chain was verified; the changes say with which result',
  'job.discarded': 'A failed job was given up',
  'job.replayed': 'A failed job was started again',
  'school.archived': 'A school was archived',
  'school.created': 'A school was added',
  'school.restored': 'An archived school was brought back',
  'school.updated': 'Facts about a school were changed',
  'session.created': 'Somebody signed in',
  'session.ended': 'Somebody signed out',
  'session.refused': 'A sign-in failed',
  'term.created': 'A term was added to a year',
  'term.deleted': 'A term was removed from a year',
  'term.updated': 'Name, dates or schools of a term were changed',
  'user.updated': 'Facts about a person were changed',
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof auditActions;
