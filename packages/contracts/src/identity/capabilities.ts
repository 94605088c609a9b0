/**
 * Who may do what: the table of roles and capabilities, as data (IDN-43).
 * Columns: district_admin, admin, curriculum_lead, teacher, student, guardian.
 * T whole tenant, S schools of the assignment, C own courses, O own, L linked students, - refused;
 * `*` only where the tenant turns it on; `1` T for an admin at tenant scope in a tenant of kind `school`.
 */
const table = {
  'tenant_settings.read': 'T S - - - -',
  'branding.manage': 'T S - - - -',
  'schools.update': 'T S - - - -',
  'tenant_settings.manage': 'T 1 - - - -',
  'feature_flags.manage': 'T 1 - - - -',
  'schools.create': 'T 1 - - - -',
  'schools.archive': 'T 1 - - - -',
  'academic_years.manage': 'T 1 - - - -',
  'schools.read': 'T S S S O L',
  'academic_years.read': 'T S S S O L',
  'terms.read': 'T S S S O L',
  'terms.manage': 'T S - - - -',
  'rollover.preview': 'T S - - - -',
  'rollover.run': 'T 1 - - - -',
  'rollover.undo': 'T 1 - - - -',
  'years.close': 'T 1 - - - -',
  'users.read': 'T S S SC C* L',
  'users.read_contact': 'T S - C O O',
  'users.read_restricted': 'T S - - - -',
  'users.create': 'T S - - - -',
  'users.update': 'T S - - - -',
  'users.invite': 'T S - - - -',
  'users.bulk': 'T S - - - -',
  'users.suspend': 'T S - - - -',
  'users.deactivate': 'T S - - - -',
  'users.restore': 'T S - - - -',
  'sessions.revoke_others': 'T S - - - -',
  'roles.read': 'T S - - - -',
  'users.reset_credentials': 'T S - C* - -',
  'users.impersonate': 'T* S* - - - -',
  'roles.manage': 'T 1 - - - -',
  'users.merge': 'T 1 - - - -',
  'support_access.grant': 'T 1 - - - -',
  'role_assignments.manage': 'T S - - - -',
  'guardian_links.read': 'T S - C O O',
  'guardian_links.invite': 'T S - C* - -',
  'guardian_links.manage': 'T S - - - -',
  'sessions.read_own': 'O O O O O O',
  'sessions.revoke_own': 'O O O O O O',
  'credentials.manage_own': 'O O O O O O',
  'api_tokens.create_own': 'O O O* O* - -',
  'sign_in.manage': 'T 1 - - - -',
  'api_tokens.manage_all': 'T 1 - - - -',
  'service_accounts.manage': 'T 1 - - - -',
  'unit_plans.read': 'T S S OS - -',
  'lesson_plans.read': 'T S S OS - -',
  'unit_plans.create': 'T S S O - -',
  'unit_plans.update': 'T S S O - -',
  'unit_plans.delete': 'T S S O - -',
  'lesson_plans.create': 'T S S O - -',
  'lesson_plans.update': 'T S S O - -',
  'lesson_plans.delete': 'T S S O - -',
  'unit_plans.publish': 'T S S O - -',
  'lesson_plans.publish': 'T S S O - -',
  'approvals.read': 'T S S O - -',
  'unit_plans.approve': 'T S S - - -',
  'lesson_plans.approve': 'T S S - - -',
  'approvals.update': 'T S S - - -',
  'templates.read': 'T S S S - -',
  'templates.create': 'T S S O - -',
  'templates.update': 'T S S O - -',
  'templates.delete': 'T S S O - -',
  'templates.publish': 'T S S O - -',
  'templates.push_to_schools': 'T - T - - -',
  'planner_packs.manage': 'T S S - - -',
  'standards.read': 'T S S S C L',
  'curriculum_map.read': 'T S S S C L',
  'standards.create': 'T S S - - -',
  'standards.update': 'T S S - - -',
  'standards.import': 'T S S - - -',
  'courses.read': 'T S S C C L',
  'courses.create': 'T S - S* - -',
  'courses.update': 'T S - C - -',
  'courses.archive': 'T S - C - -',
  'courses.delete': 'T S - - - -',
  'sections.manage': 'T S - C* - -',
  'enrollments.manage': 'T S - C* - -',
  'enrollments.read': 'T S S C O L',
  'modules.write': 'T S - C - -',
  'assignments.write': 'T S - C - -',
  'announcements.write': 'T S - C - -',
  'attendance.write': 'T S - C - -',
  'assignments.read': 'T S S C C L',
  'modules.read': 'T S S C C L',
  'submissions.read': 'T S - C O L',
  'submissions.create': '- - - - O -',
  'quiz_attempts.create': '- - - - O -',
  'portfolios.create': '- - - - O -',
  'portfolios.update': '- - - - O -',
  'submissions.grade': 'T* S* - C - -',
  'rubric_scores.write': 'T* S* - C - -',
  'gradebook.read': 'T S - C O L',
  'gradebook.export': 'T S - C - -',
  'grades.finalize': 'T S - C - -',
  'discussions.moderate': 'T S - C - -',
  'grades.reopen': 'T S - - - -',
  'messages.review_for_safety': 'T S - - - -',
  'discussions.read': 'T S S C C -',
  'discussions.create': 'T S - C C -',
  'messages.send': 'T S S C C* L',
  'attendance.read': 'T S - C O L',
  'calendar.read': 'T S - C O L',
  'question_banks.read': 'T S S O - -',
  'question_banks.write': 'T S S O - -',
  'questions.read': 'T S S O - -',
  'questions.write': 'T S S O - -',
  'qti.import': 'T S S O - -',
  'qti.export': 'T S S O - -',
  'quizzes.create': 'T S - C - -',
  'quizzes.update': 'T S - C - -',
  'quizzes.delete': 'T S - C - -',
  'quizzes.publish': 'T S - C - -',
  'quiz_attempts.read': 'T S - C O L',
  'accommodations.manage': 'T S - C* - -',
  'accommodations.read': 'T S - C O L',
  'resources.read': 'T S S SC C -',
  'resources.create': 'T S S OC - -',
  'resources.update': 'T S S OC - -',
  'resources.delete': 'T S S OC - -',
  'portfolios.read': 'T S - C O L',
  'integrations.manage': 'T 1 - - - -',
  'webhooks.manage': 'T 1 - - - -',
  'lti.manage': 'T 1 - - - -',
  'ai_providers.manage': 'T 1 - - - -',
  'ai_policies.manage': 'T 1 - - - -',
  'integrations.read_status': 'T S - - - -',
  'sync.run_now': 'T S - - - -',
  'ai_invocations.read_all': 'T S - - - -',
  'safety_events.read': 'T S - - - -',
  'google.connect_own': 'O O O O - -',
  'ai.use': 'O O O O O* -',
  'analytics.read': 'T S S C - -',
  'reports.progress.read': 'T S - C O L',
  'imports.run': 'T S - - - -',
  'imports.revert': 'T S - - - -',
  'deletions.request': 'T S - - - -',
  'student_records.export': 'T S - - - -',
  'deletions.approve': 'T 1 - - - -',
  'retention.manage': 'T 1 - - - -',
  'legal_holds.manage': 'T 1 - - - -',
  'consents.read': 'T S - C - -',
  'consents.record': 'T S - - - -',
  'consents.respond': '- - - - O L',
  'access_log.read': 'T S - - O L',
  'audit_log.read': 'T S - - - -',
  'audit_log.export': 'T 1 - - - -',
  'operations.read_own': 'T S - - - -',
} as const;

/** Asked for again within ten minutes of use, and every grant is announced to the admins (IDN-46). */
export const sensitiveCapabilities: ReadonlySet<string> = new Set<Capability>([
  'rollover.run',
  'rollover.undo',
  'years.close',
  'users.impersonate',
  'roles.manage',
  'users.merge',
  'support_access.grant',
  'role_assignments.manage',
  'sign_in.manage',
  'api_tokens.manage_all',
  'service_accounts.manage',
  'grades.reopen',
  'messages.review_for_safety',
  'integrations.manage',
  'webhooks.manage',
  'lti.manage',
  'ai_providers.manage',
  'ai_policies.manage',
  'student_records.export',
  'deletions.approve',
  'retention.manage',
  'legal_holds.manage',
  'audit_log.export',
]);

export type Capability = keyof typeof table;
export const capabilityKeys = Object.keys(table) as Capability[];

export const systemRoleKeys = [
  'district_admin',
  'admin',
  'curriculum_lead',
  'teacher',
  'student',
  'guardian',
] as const;
export type SystemRoleKey = (typeof systemRoleKeys)[number];

export type Reach = 'tenant' | 'school' | 'course' | 'own' | 'linked';
const reachOfLetter: Record<string, Reach> = {
  T: 'tenant',
  S: 'school',
  C: 'course',
  O: 'own',
  L: 'linked',
  '1': 'tenant',
};

export interface RoleGrant {
  capability: Capability;
  reaches: Reach[];
  /** Off until the tenant turns it on in its settings. */
  optional: boolean;
  /** Holds only for an assignment at tenant scope in a tenant of kind `school`. */
  single_school_tenant_only: boolean;
}

function readCell(capability: Capability, cell: string): RoleGrant | undefined {
  if (cell === '-') return undefined;
  const letters = [...cell].filter((letter) => letter !== '*');
  return {
    capability,
    reaches: letters.flatMap((letter) => reachOfLetter[letter] ?? []),
    optional: cell.includes('*'),
    single_school_tenant_only: cell.includes('1'),
  };
}

function grantsOfColumn(column: number): RoleGrant[] {
  return capabilityKeys.flatMap((key) => readCell(key, table[key].split(' ')[column] ?? '-') ?? []);
}

/** What each system role grants before scope and tenant settings are applied. */
export const systemRoleGrants = Object.fromEntries(
  systemRoleKeys.map((role, column) => [role, grantsOfColumn(column)]),
) as Record<SystemRoleKey, RoleGrant[]>;
