import * as notifications from './communication/notifications.ts';
import type { EndpointDeclaration } from './endpoint.ts';
import * as academicYears from './identity/academic-years.ts';
import * as access from './identity/access.ts';
import * as apiTokens from './identity/api-tokens.ts';
import * as archivedAccess from './identity/archived-access.ts';
import * as deviceSessions from './identity/device-sessions.ts';
import * as district from './identity/district.ts';
import * as guardianInvites from './identity/guardian-invites.ts';
import * as guardianLinks from './identity/guardian-links.ts';
import * as impersonation from './identity/impersonation.ts';
import * as invitations from './identity/invitations.ts';
import * as me from './identity/me.ts';
import * as mfa from './identity/mfa.ts';
import * as optionalRights from './identity/optional-rights.ts';
import * as passkeys from './identity/passkeys.ts';
import * as passwordResets from './identity/password-resets.ts';
import * as pictures from './identity/pictures.ts';
import * as pins from './identity/pins.ts';
import * as preferences from './identity/preferences.ts';
import * as roleAssignments from './identity/role-assignments.ts';
import * as roles from './identity/roles.ts';
import * as savedViews from './identity/saved-views.ts';
import * as schools from './identity/schools.ts';
import * as session from './identity/session.ts';
import * as signInEvents from './identity/sign-in-events.ts';
import * as signInPolicy from './identity/sign-in-policy.ts';
import * as supportGrants from './identity/support-grants.ts';
import * as tenantSettings from './identity/tenant-settings.ts';
import * as tenants from './identity/tenants.ts';
import * as terms from './identity/terms.ts';
import * as userBulkRuns from './identity/user-bulk-runs.ts';
import * as userImports from './identity/user-imports.ts';
import * as usersBulk from './identity/users.bulk.ts';
import * as usersMerge from './identity/users.merge.ts';
import * as usersOverview from './identity/users.overview.ts';
import * as users from './identity/users.ts';
import * as accessibilityRequests from './operations/accessibility-requests.ts';
import * as auditLog from './operations/audit-log.ts';
import * as database from './operations/database.ts';
import * as errorReports from './operations/errors.ts';
import * as featureFlags from './operations/feature-flags.ts';
import * as files from './operations/files.ts';
import * as health from './operations/health.ts';
import * as jobs from './operations/jobs.ts';
import * as mailOutbox from './operations/mail-outbox.ts';
import * as vitals from './operations/vitals.ts';
import * as alignments from './planning/alignments.ts';
import * as approvals from './planning/approvals.ts';
import * as calendar from './planning/calendar.ts';
import * as collaborators from './planning/collaborators.ts';
import * as comments from './planning/comments.ts';
import * as contexts from './planning/contexts.ts';
import * as copies from './planning/copies.ts';
import * as coverage from './planning/coverage.ts';
import * as curriculumMap from './planning/curriculum-map.ts';
import * as documentLinks from './planning/document-links.ts';
import * as drafts from './planning/drafts.ts';
import * as planExports from './planning/exports.ts';
import * as lessonMoves from './planning/lesson-moves.ts';
import * as lessonSessions from './planning/lesson-sessions.ts';
import * as packAdmin from './planning/pack-admin.ts';
import * as packs from './planning/packs.ts';
import * as placements from './planning/placements.ts';
import * as planBulk from './planning/plan-bulk.ts';
import * as planImports from './planning/plan-imports.ts';
import * as planPackages from './planning/plan-packages.ts';
import * as planRollovers from './planning/plan-rollovers.ts';
import * as planningFigures from './planning/planning-figures.ts';
import * as plans from './planning/plans.ts';
import * as pushes from './planning/pushes.ts';
import * as resourceAttachments from './planning/resource-attachments.ts';
import * as resourceFolders from './planning/resource-folders.ts';
import * as resources from './planning/resources.ts';
import * as scheduleChanges from './planning/schedule-changes.ts';
import * as search from './planning/search.ts';
import * as sheets from './planning/sheets.ts';
import * as standardFrameworks from './planning/standard-frameworks.ts';
import * as standardImports from './planning/standard-imports.ts';
import * as standards from './planning/standards.ts';
import * as substitutions from './planning/substitutions.ts';
import * as templates from './planning/templates.ts';
import * as transitions from './planning/transitions.ts';
import * as versions from './planning/versions.ts';
import * as accommodations from './teaching/accommodations.ts';
import * as annotations from './teaching/annotations.ts';
import * as assignmentDates from './teaching/assignment-dates.ts';
import * as assignmentStandards from './teaching/assignment-standards.ts';
import * as assignments from './teaching/assignments.ts';
import * as assignmentsBatch from './teaching/assignments-batch.ts';
import * as bulkEnrollment from './teaching/bulk-enrollment.ts';
import * as commentBank from './teaching/comment-bank.ts';
import * as courseCopy from './teaching/course-copy.ts';
import * as courseHome from './teaching/course-home.ts';
import * as coursePages from './teaching/course-pages.ts';
import * as courses from './teaching/courses.ts';
import * as enrollmentMoves from './teaching/enrollment-moves.ts';
import * as enrollments from './teaching/enrollments.ts';
import * as feedback from './teaching/feedback.ts';
import * as gradeCategories from './teaching/grade-categories.ts';
import * as gradebook from './teaching/gradebook.ts';
import * as gradebookCsv from './teaching/gradebook-csv.ts';
import * as gradebookViews from './teaching/gradebook-views.ts';
import * as grading from './teaching/grading.ts';
import * as gradingPeriods from './teaching/grading-periods.ts';
import * as gradingSchemes from './teaching/grading-schemes.ts';
import * as groups from './teaching/groups.ts';
import * as inbox from './teaching/inbox.ts';
import * as latePolicy from './teaching/late-policy.ts';
import * as learning from './teaching/learning.ts';
import * as mastery from './teaching/mastery.ts';
import * as moduleItems from './teaching/module-items.ts';
import * as moduleProgress from './teaching/module-progress.ts';
import * as modules from './teaching/modules.ts';
import * as posting from './teaching/posting.ts';
import * as proficiencyScales from './teaching/proficiency-scales.ts';
import * as rubricAssessments from './teaching/rubric-assessments.ts';
import * as rubrics from './teaching/rubrics.ts';
import * as schoolDays from './teaching/school-days.ts';
import * as studentPanel from './teaching/student-panel.ts';
import * as submissionActions from './teaching/submission-actions.ts';
import * as submissions from './teaching/submissions.ts';
import * as teachingDay from './teaching/teaching-day.ts';
import * as totals from './teaching/totals.ts';
import * as unitModules from './teaching/unit-modules.ts';
import * as whatIf from './teaching/what-if.ts';
import * as workArchives from './teaching/work-archives.ts';
import * as workUploads from './teaching/work-uploads.ts';

/** Every feature's declarations; a feature that adds a file adds its line here. */
export const contractModules: readonly Record<string, unknown>[] = [
  comments,
  planExports,
  planPackages,
  sheets,
  search,
  alignments,
  coverage,
  planningFigures,
  standardFrameworks,
  standardImports,
  standards,
  database,
  errorReports,
  featureFlags,
  files,
  health,
  apiTokens,
  deviceSessions,
  district,
  userBulkRuns,
  guardianInvites,
  guardianLinks,
  impersonation,
  invitations,
  mfa,
  optionalRights,
  passkeys,
  passwordResets,
  pins,
  preferences,
  savedViews,
  signInEvents,
  signInPolicy,
  academicYears,
  archivedAccess,
  tenantSettings,
  access,
  me,
  roleAssignments,
  roles,
  schools,
  session,
  supportGrants,
  tenants,
  terms,
  pictures,
  userImports,
  users,
  usersBulk,
  usersMerge,
  usersOverview,
  accessibilityRequests,
  auditLog,
  jobs,
  mailOutbox,
  vitals,
  notifications,
  assignments,
  groups,
  latePolicy,
  gradeCategories,
  assignmentsBatch,
  assignmentDates,
  accommodations,
  courses,
  bulkEnrollment,
  enrollmentMoves,
  studentPanel,
  enrollments,
  schoolDays,
  learning,
  submissionActions,
  submissions,
  workArchives,
  workUploads,
  calendar,
  curriculumMap,
  lessonSessions,
  placements,
  scheduleChanges,
  documentLinks,
  drafts,
  collaborators,
  lessonMoves,
  planBulk,
  planImports,
  planRollovers,
  plans,
  packs,
  packAdmin,
  pushes,
  contexts,
  copies,
  substitutions,
  templates,
  versions,
  approvals,
  transitions,
  resourceAttachments,
  resourceFolders,
  resources,
  rubrics,
  annotations,
  commentBank,
  feedback,
  grading,
  inbox,
  posting,
  rubricAssessments,
  gradebook,
  gradebookCsv,
  gradebookViews,
  gradingPeriods,
  gradingSchemes,
  teachingDay,
  totals,
  whatIf,
  assignmentStandards,
  mastery,
  proficiencyScales,
  courseCopy,
  courseHome,
  coursePages,
  moduleItems,
  moduleProgress,
  modules,
  unitModules,
];

function isEndpoint(value: unknown): value is EndpointDeclaration {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'replies' in value
  );
}

export const endpoints: EndpointDeclaration[] = contractModules.flatMap((module) =>
  Object.values(module).filter(isEndpoint),
);
