import { type Capability, capabilityKeys, sensitiveCapabilities } from '@k12/contracts/identity/capabilities';

/** What a capability is about, so that a hundred and more can be read as a dozen. */
const resources = {
  organisation: ['tenant_settings', 'branding', 'feature_flags', 'operations', 'support_access'],
  schools: ['schools', 'academic_years', 'terms', 'rollover', 'years'],
  people: ['users', 'guardian_links', 'imports'],
  access: [
    'roles',
    'role_assignments',
    'sessions',
    'credentials',
    'sign_in',
    'api_tokens',
    'service_accounts',
    'audit_log',
    'access_log',
  ],
  planning: [
    'unit_plans',
    'lesson_plans',
    'approvals',
    'templates',
    'planner_packs',
    'standards',
    'curriculum_map',
  ],
  courses: [
    'courses',
    'sections',
    'enrollments',
    'modules',
    'assignments',
    'resources',
    'attendance',
    'calendar',
  ],
  grading: [
    'submissions',
    'rubric_scores',
    'gradebook',
    'grades',
    'questions',
    'question_banks',
    'quizzes',
    'quiz_attempts',
    'qti',
    'accommodations',
    'portfolios',
  ],
  communication: ['announcements', 'discussions', 'messages'],
  reports: ['analytics', 'reports', 'student_records'],
  privacy: ['consents', 'deletions', 'retention', 'legal_holds', 'safety_events'],
  connections: [
    'integrations',
    'webhooks',
    'lti',
    'google',
    'sync',
    'ai',
    'ai_providers',
    'ai_policies',
    'ai_invocations',
  ],
} as const;

export type CapabilityGroup = keyof typeof resources;

const groupOfResource = new Map<string, CapabilityGroup>(
  Object.entries(resources).flatMap(([group, names]) =>
    names.map((name) => [name, group as CapabilityGroup] as const),
  ),
);

const groupOf = (capability: Capability): CapabilityGroup =>
  groupOfResource.get(capability.split('.')[0] ?? '') ?? 'organisation';

export const capabilityGroups = (Object.keys(resources) as CapabilityGroup[]).map((group) => ({
  group,
  capabilities: capabilityKeys.filter((capability) => groupOf(capability) === group),
}));

/** Choosing a whole group never takes in what is sensitive; that is chosen one by one (IDN-46). */
export function harmlessOf(capabilities: readonly Capability[]): Capability[] {
  return capabilities.filter((capability) => !sensitiveCapabilities.has(capability));
}
