import { notificationsJobs } from './features/communication/notifications/notifications.jobs.ts';
import { notificationsRoutes } from './features/communication/notifications/notifications.routes.ts';
import { academicYearsRoutes } from './features/identity/academic-years/academic-years.routes.ts';
import { accessRoutes } from './features/identity/access/access.routes.ts';
import { apiTokensJobs } from './features/identity/api-tokens/api-tokens.jobs.ts';
import { apiTokensRoutes } from './features/identity/api-tokens/api-tokens.routes.ts';
import { apiTokensSubscribers } from './features/identity/api-tokens/api-tokens.subscribers.ts';
import { archivedAccessRoutes } from './features/identity/archived-access/archived-access.routes.ts';
import { deviceSessionsRoutes } from './features/identity/device-sessions/device-sessions.routes.ts';
import { districtRoutes } from './features/identity/district/district.routes.ts';
import { guardianLinksJobs } from './features/identity/guardian-links/guardian-links.jobs.ts';
import { guardianLinksRoutes } from './features/identity/guardian-links/guardian-links.routes.ts';
import { impersonationRoutes } from './features/identity/impersonation/impersonation.routes.ts';
import { invitationsRoutes } from './features/identity/invitations/invitations.routes.ts';
import { invitationsSubscribers } from './features/identity/invitations/invitations.subscribers.ts';
import { meRoutes } from './features/identity/me/me.routes.ts';
import { mfaRoutes } from './features/identity/mfa/mfa.routes.ts';
import { optionalRightsRoutes } from './features/identity/optional-rights/optional-rights.routes.ts';
import { passkeysRoutes } from './features/identity/passkeys/passkeys.routes.ts';
import { passwordResetsRoutes } from './features/identity/password-resets/password-resets.routes.ts';
import { picturesRoutes } from './features/identity/pictures/pictures.routes.ts';
import { pinsRoutes } from './features/identity/pins/pins.routes.ts';
import { roleAssignmentsRoutes } from './features/identity/role-assignments/role-assignments.routes.ts';
import { rolesRoutes } from './features/identity/roles/roles.routes.ts';
import { savedViewsRoutes } from './features/identity/saved-views/saved-views.routes.ts';
import { schoolsRoutes } from './features/identity/schools/schools.routes.ts';
import { sessionsJobs } from './features/identity/sessions/sessions.jobs.ts';
import { sessionsRoutes } from './features/identity/sessions/sessions.routes.ts';
import { signInPolicyRoutes } from './features/identity/sign-in-policy/sign-in-policy.routes.ts';
import { supportGrantsRoutes } from './features/identity/support-grants/support-grants.routes.ts';
import { tenantSettingsRoutes } from './features/identity/tenant-settings/tenant-settings.routes.ts';
import { tenantsRoutes } from './features/identity/tenants/tenants.routes.ts';
import { termsRoutes } from './features/identity/terms/terms.routes.ts';
import { userImportsJobs } from './features/identity/user-imports/user-imports.jobs.ts';
import { userImportsRoutes } from './features/identity/user-imports/user-imports.routes.ts';
import { usersJobs } from './features/identity/users/users.jobs.ts';
import { usersRoutes } from './features/identity/users/users.routes.ts';
import { accessibilityRequestsRoutes } from './features/operations/accessibility-requests/accessibility-requests.routes.ts';
import { auditLogJobs } from './features/operations/audit-log/audit-log.jobs.ts';
import { auditLogRoutes } from './features/operations/audit-log/audit-log.routes.ts';
import { databaseJobs } from './features/operations/database/database.jobs.ts';
import { databaseRoutes } from './features/operations/database/database.routes.ts';
import { errorsRoutes } from './features/operations/errors/errors.routes.ts';
import { featureFlagsRoutes } from './features/operations/feature-flags/feature-flags.routes.ts';
import { filesRoutes } from './features/operations/files/files.routes.ts';
import { healthRoutes } from './features/operations/health/health.routes.ts';
import { queueJobs } from './features/operations/jobs/jobs.jobs.ts';
import { jobsRoutes } from './features/operations/jobs/jobs.routes.ts';
import { mailOutboxJobs } from './features/operations/mail-outbox/mail-outbox.jobs.ts';
import { mailOutboxRoutes } from './features/operations/mail-outbox/mail-outbox.routes.ts';
import { vitalsJobs } from './features/operations/vitals/vitals.jobs.ts';
import { vitalsRoutes } from './features/operations/vitals/vitals.routes.ts';
import { alignmentsRoutes } from './features/planning/alignments/alignments.routes.ts';
import { approvalsJobs } from './features/planning/approvals/approvals.jobs.ts';
import { approvalsRoutes } from './features/planning/approvals/approvals.routes.ts';
import { publishingRoutes } from './features/planning/approvals/publishing.routes.ts';
import { calendarRoutes } from './features/planning/calendar/calendar.routes.ts';
import { collaboratorsRoutes } from './features/planning/collaborators/collaborators.routes.ts';
import { collaboratorsSubscribers } from './features/planning/collaborators/collaborators.subscribers.ts';
import { commentsRoutes } from './features/planning/comments/comments.routes.ts';
import { contextsRoutes } from './features/planning/contexts/contexts.routes.ts';
import { copiesRoutes } from './features/planning/copies/copies.routes.ts';
import { copiesJobs } from './features/planning/copies/copy-lessons.jobs.ts';
import { curriculumMapRoutes } from './features/planning/curriculum-map/curriculum-map.routes.ts';
import { documentLinksRoutes } from './features/planning/document-links/document-links.routes.ts';
import { draftsJobs } from './features/planning/drafts/drafts.jobs.ts';
import { draftsRoutes } from './features/planning/drafts/drafts.routes.ts';
import { renderExportJob } from './features/planning/exports/exports.jobs.ts';
import { exportsRoutes } from './features/planning/exports/exports.routes.ts';
import { purgeExportsJob } from './features/planning/exports/purge-exports.jobs.ts';
import { planImportsRoutes } from './features/planning/imports/plan-imports.routes.ts';
import { lessonSessionsRoutes } from './features/planning/lesson-sessions/lesson-sessions.routes.ts';
import { applyPackageJob, previewPackageJob } from './features/planning/packages/package-imports.jobs.ts';
import { packagesRoutes } from './features/planning/packages/packages.routes.ts';
import { renderPlanSetJob } from './features/planning/packages/plan-sets.jobs.ts';
import { purgePlanSetsJob } from './features/planning/packages/purge-plan-sets.jobs.ts';
import { packsRoutes } from './features/planning/packs/packs.routes.ts';
import { placementsRoutes } from './features/planning/placements/placements.routes.ts';
import { planBulkRoutes } from './features/planning/plan-bulk/plan-bulk.routes.ts';
import { planningFiguresRoutes } from './features/planning/planning-figures/planning-figures.routes.ts';
import { plansJobs } from './features/planning/plans/plans.jobs.ts';
import { plansRoutes } from './features/planning/plans/plans.routes.ts';
import { pushesJobs } from './features/planning/pushes/pushes.jobs.ts';
import { pushesRoutes } from './features/planning/pushes/pushes.routes.ts';
import { resourcesJobs } from './features/planning/resources/resources.jobs.ts';
import { resourcesRoutes } from './features/planning/resources/resources.routes.ts';
import { rolloversJobs } from './features/planning/rollovers/rollovers.jobs.ts';
import { rolloversRoutes } from './features/planning/rollovers/rollovers.routes.ts';
import { scheduleRoutes } from './features/planning/schedule/schedule.routes.ts';
import { searchJobs } from './features/planning/search/search.jobs.ts';
import { searchRoutes } from './features/planning/search/search.routes.ts';
import { searchSubscribers } from './features/planning/search/search.subscribers.ts';
import { sheetsRoutes } from './features/planning/sheets/sheets.routes.ts';
import { standardsJobs } from './features/planning/standards/imports.jobs.ts';
import { standardsRoutes } from './features/planning/standards/standards.routes.ts';
import { coverageRoutes } from './features/planning/standards-coverage/coverage.routes.ts';
import { substitutesRoutes } from './features/planning/substitutes/substitutes.routes.ts';
import { templatesRoutes } from './features/planning/templates/templates.routes.ts';
import { versionsJobs } from './features/planning/versions/versions.jobs.ts';
import { versionsRoutes } from './features/planning/versions/versions.routes.ts';
import { accommodationsRoutes } from './features/teaching/accommodations/accommodations.routes.ts';
import { annotationsRoutes } from './features/teaching/annotations/annotations.routes.ts';
import { assignmentDatesRoutes } from './features/teaching/assignment-dates/assignment-dates.routes.ts';
import { assignmentDatesSubscribers } from './features/teaching/assignment-dates/assignment-dates.subscribers.ts';
import { assignmentsJobs } from './features/teaching/assignments/assignments.jobs.ts';
import { assignmentsRoutes } from './features/teaching/assignments/assignments.routes.ts';
import { binJobs } from './features/teaching/bin/bin.jobs.ts';
import { bulkEnrollmentRoutes } from './features/teaching/bulk-enrollment/bulk-enrollment.routes.ts';
import { changeSetsRoutes } from './features/teaching/change-sets/change-sets.routes.ts';
import { commentBankRoutes } from './features/teaching/comment-bank/comment-bank.routes.ts';
import { courseCopyJobs } from './features/teaching/course-copy/course-copy.jobs.ts';
import { courseCopyRoutes } from './features/teaching/course-copy/course-copy.routes.ts';
import { courseHomeRoutes } from './features/teaching/course-home/course-home.routes.ts';
import { coursePagesRoutes } from './features/teaching/course-pages/course-pages.routes.ts';
import { coursesRoutes } from './features/teaching/courses/courses.routes.ts';
import { feedbackRoutes } from './features/teaching/feedback/feedback.routes.ts';
import { gradeCategoriesRoutes } from './features/teaching/grade-categories/grade-categories.routes.ts';
import { gradebookRoutes } from './features/teaching/gradebook/gradebook.routes.ts';
import { gradebookViewsRoutes } from './features/teaching/gradebook/gradebook-views.routes.ts';
import { gradebookCsvJobs } from './features/teaching/gradebook-csv/gradebook-csv.jobs.ts';
import { gradebookCsvRoutes } from './features/teaching/gradebook-csv/gradebook-csv.routes.ts';
import { gradingRoutes } from './features/teaching/grading/grading.routes.ts';
import { gradingPeriodsRoutes } from './features/teaching/grading-periods/grading-periods.routes.ts';
import { gradingSchemesRoutes } from './features/teaching/grading-schemes/grading-schemes.routes.ts';
import { groupsRoutes } from './features/teaching/groups/groups.routes.ts';
import { inboxRoutes } from './features/teaching/inbox/inbox.routes.ts';
import { latePolicyRoutes } from './features/teaching/late-policy/late-policy.routes.ts';
import { learningRoutes } from './features/teaching/learning/learning.routes.ts';
import { masteryJobs } from './features/teaching/mastery/mastery.jobs.ts';
import { masteryRoutes } from './features/teaching/mastery/mastery.routes.ts';
import { masterySubscribers } from './features/teaching/mastery/mastery.subscribers.ts';
import { missingPolicyJobs } from './features/teaching/missing-policy/missing-policy.jobs.ts';
import { moduleItemsRoutes } from './features/teaching/module-items/module-items.routes.ts';
import { moduleProgressRoutes } from './features/teaching/module-progress/module-progress.routes.ts';
import { modulesJobs } from './features/teaching/modules/modules.jobs.ts';
import { modulesRoutes } from './features/teaching/modules/modules.routes.ts';
import { postingJobs } from './features/teaching/posting/posting.jobs.ts';
import { postingRoutes } from './features/teaching/posting/posting.routes.ts';
import { previewsJobs } from './features/teaching/previews/previews.jobs.ts';
import { rubricsRoutes } from './features/teaching/rubrics/rubrics.routes.ts';
import { schoolDaysRoutes } from './features/teaching/school-days/school-days.routes.ts';
import { studentPanelRoutes } from './features/teaching/student-panel/student-panel.routes.ts';
import { submissionsRoutes } from './features/teaching/submissions/submissions.routes.ts';
import { teachingDayRoutes } from './features/teaching/teaching-day/teaching-day.routes.ts';
import { totalsJobs } from './features/teaching/totals/totals.jobs.ts';
import { totalsRoutes } from './features/teaching/totals/totals.routes.ts';
import { unitModulesRoutes } from './features/teaching/unit-modules/unit-modules.routes.ts';
import { uploadsJobs } from './features/teaching/uploads/uploads.jobs.ts';
import { uploadsRoutes } from './features/teaching/uploads/uploads.routes.ts';
import { workArchivesJobs } from './features/teaching/work-archives/purge-archives.jobs.ts';
import { workArchivesRoutes } from './features/teaching/work-archives/work-archives.routes.ts';
import { deliverEventJob } from './platform/events/event.jobs.ts';
import type { Subscriber } from './platform/events/event-subscribers.ts';
import { sweepIdempotencyKeysJob } from './platform/http/idempotency.jobs.ts';
import type { Route } from './platform/http/route.ts';
import type { Job } from './platform/jobs/define-job.ts';
import { sendMailJob, sendUrgentMailJob } from './platform/mail/mail.jobs.ts';

export interface Feature {
  name: string;
  routes?: Route[];
  jobs?: Job[];
  subscribers?: Subscriber[];
}

/** The table of contents: every feature and what it adds to the product. */
export const features: Feature[] = [
  { name: 'identity/academic-years', routes: academicYearsRoutes },
  { name: 'identity/access', routes: accessRoutes },
  { name: 'identity/guardian-links', routes: guardianLinksRoutes, jobs: guardianLinksJobs },
  {
    name: 'identity/api-tokens',
    routes: apiTokensRoutes,
    jobs: apiTokensJobs,
    subscribers: apiTokensSubscribers,
  },
  { name: 'identity/device-sessions', routes: deviceSessionsRoutes },
  { name: 'identity/district', routes: districtRoutes },
  { name: 'identity/impersonation', routes: impersonationRoutes },
  { name: 'identity/invitations', routes: invitationsRoutes, subscribers: invitationsSubscribers },
  { name: 'identity/mfa', routes: mfaRoutes },
  { name: 'identity/optional-rights', routes: optionalRightsRoutes },
  { name: 'identity/passkeys', routes: passkeysRoutes },
  { name: 'identity/password-resets', routes: passwordResetsRoutes },
  { name: 'identity/pins', routes: pinsRoutes },
  { name: 'identity/sign-in-policy', routes: signInPolicyRoutes },
  { name: 'identity/me', routes: meRoutes },
  { name: 'identity/role-assignments', routes: roleAssignmentsRoutes },
  { name: 'identity/roles', routes: rolesRoutes },
  { name: 'identity/saved-views', routes: savedViewsRoutes },
  { name: 'identity/schools', routes: schoolsRoutes },
  { name: 'identity/sessions', routes: sessionsRoutes, jobs: sessionsJobs },
  { name: 'identity/support-grants', routes: supportGrantsRoutes },
  { name: 'identity/tenants', routes: tenantsRoutes },
  { name: 'identity/terms', routes: termsRoutes },
  { name: 'identity/pictures', routes: picturesRoutes },
  { name: 'identity/user-imports', routes: userImportsRoutes, jobs: userImportsJobs },
  { name: 'identity/users', routes: usersRoutes, jobs: usersJobs },
  { name: 'teaching/accommodations', routes: accommodationsRoutes },
  {
    name: 'teaching/assignment-dates',
    routes: assignmentDatesRoutes,
    subscribers: assignmentDatesSubscribers,
  },
  { name: 'teaching/assignments', routes: assignmentsRoutes, jobs: assignmentsJobs },
  { name: 'teaching/grade-categories', routes: gradeCategoriesRoutes },
  { name: 'teaching/groups', routes: groupsRoutes },
  { name: 'teaching/late-policy', routes: latePolicyRoutes },
  { name: 'teaching/missing-policy', jobs: missingPolicyJobs },
  { name: 'teaching/teaching-day', routes: teachingDayRoutes },
  { name: 'teaching/courses', routes: coursesRoutes },
  { name: 'planning/calendar', routes: calendarRoutes },
  { name: 'planning/document-links', routes: documentLinksRoutes },
  { name: 'planning/contexts', routes: contextsRoutes },
  { name: 'planning/curriculum-map', routes: curriculumMapRoutes },
  { name: 'planning/lesson-sessions', routes: lessonSessionsRoutes },
  { name: 'planning/placements', routes: placementsRoutes },
  { name: 'planning/schedule', routes: scheduleRoutes },
  { name: 'planning/substitutes', routes: substitutesRoutes },
  { name: 'teaching/gradebook', routes: [...gradebookRoutes, ...gradebookViewsRoutes] },
  { name: 'teaching/gradebook-csv', routes: gradebookCsvRoutes, jobs: gradebookCsvJobs },
  { name: 'teaching/grading-periods', routes: gradingPeriodsRoutes },
  { name: 'teaching/grading-schemes', routes: gradingSchemesRoutes },
  { name: 'teaching/totals', routes: totalsRoutes, jobs: totalsJobs },
  { name: 'teaching/change-sets', routes: changeSetsRoutes },
  { name: 'teaching/mastery', routes: masteryRoutes, jobs: masteryJobs, subscribers: masterySubscribers },
  { name: 'teaching/course-copy', routes: courseCopyRoutes, jobs: courseCopyJobs },
  { name: 'teaching/bin', jobs: binJobs },
  { name: 'identity/archived-access', routes: archivedAccessRoutes },
  { name: 'identity/tenant-settings', routes: tenantSettingsRoutes },
  { name: 'teaching/bulk-enrollment', routes: bulkEnrollmentRoutes },
  { name: 'teaching/student-panel', routes: studentPanelRoutes },
  { name: 'teaching/course-home', routes: courseHomeRoutes },
  { name: 'teaching/course-pages', routes: coursePagesRoutes },
  { name: 'teaching/modules', routes: modulesRoutes, jobs: modulesJobs },
  { name: 'teaching/module-items', routes: moduleItemsRoutes },
  { name: 'teaching/module-progress', routes: moduleProgressRoutes },
  { name: 'teaching/unit-modules', routes: unitModulesRoutes },
  { name: 'teaching/rubrics', routes: rubricsRoutes },
  { name: 'teaching/annotations', routes: annotationsRoutes },
  { name: 'teaching/comment-bank', routes: commentBankRoutes },
  { name: 'teaching/feedback', routes: feedbackRoutes },
  { name: 'teaching/grading', routes: gradingRoutes },
  { name: 'teaching/inbox', routes: inboxRoutes },
  { name: 'teaching/posting', routes: postingRoutes, jobs: postingJobs },
  { name: 'teaching/previews', jobs: previewsJobs },
  { name: 'teaching/school-days', routes: schoolDaysRoutes },
  { name: 'teaching/learning', routes: learningRoutes },
  { name: 'teaching/submissions', routes: submissionsRoutes },
  { name: 'teaching/uploads', routes: uploadsRoutes, jobs: uploadsJobs },
  { name: 'teaching/work-archives', routes: workArchivesRoutes, jobs: workArchivesJobs },
  { name: 'communication/notifications', routes: notificationsRoutes, jobs: notificationsJobs },
  { name: 'operations/accessibility-requests', routes: accessibilityRequestsRoutes },
  { name: 'operations/audit-log', routes: auditLogRoutes, jobs: auditLogJobs },
  { name: 'operations/jobs', routes: jobsRoutes, jobs: queueJobs },
  { name: 'operations/mail-outbox', routes: mailOutboxRoutes, jobs: mailOutboxJobs },
  { name: 'planning/plans', routes: plansRoutes, jobs: plansJobs },
  {
    name: 'planning/collaborators',
    routes: collaboratorsRoutes,
    subscribers: collaboratorsSubscribers,
  },
  { name: 'planning/plan-bulk', routes: planBulkRoutes },
  { name: 'planning/imports', routes: planImportsRoutes },
  { name: 'planning/rollovers', routes: rolloversRoutes, jobs: rolloversJobs },
  { name: 'planning/drafts', routes: draftsRoutes, jobs: draftsJobs },
  { name: 'planning/alignments', routes: alignmentsRoutes },
  { name: 'planning/standards-coverage', routes: coverageRoutes },
  { name: 'planning/planning-figures', routes: planningFiguresRoutes },
  { name: 'planning/standards', routes: standardsRoutes, jobs: standardsJobs },
  { name: 'platform', jobs: [sweepIdempotencyKeysJob, deliverEventJob, sendMailJob, sendUrgentMailJob] },
  { name: 'planning/comments', routes: commentsRoutes },
  {
    name: 'planning/packages',
    routes: packagesRoutes,
    jobs: [renderPlanSetJob, purgePlanSetsJob, previewPackageJob, applyPackageJob],
  },
  { name: 'planning/sheets', routes: sheetsRoutes },
  { name: 'planning/exports', routes: exportsRoutes, jobs: [renderExportJob, purgeExportsJob] },
  {
    name: 'planning/search',
    routes: searchRoutes,
    jobs: searchJobs,
    subscribers: searchSubscribers,
  },
  { name: 'operations/database', routes: databaseRoutes, jobs: databaseJobs },
  { name: 'operations/errors', routes: errorsRoutes },
  { name: 'operations/feature-flags', routes: featureFlagsRoutes },
  { name: 'operations/files', routes: filesRoutes },
  { name: 'operations/health', routes: healthRoutes },
  { name: 'operations/vitals', routes: vitalsRoutes, jobs: vitalsJobs },
  { name: 'planning/packs', routes: packsRoutes },
  { name: 'planning/templates', routes: templatesRoutes },
  { name: 'planning/pushes', routes: pushesRoutes, jobs: pushesJobs },
  { name: 'planning/copies', routes: copiesRoutes, jobs: copiesJobs },
  { name: 'planning/approvals', routes: [...approvalsRoutes, ...publishingRoutes], jobs: approvalsJobs },
  { name: 'planning/versions', routes: versionsRoutes, jobs: versionsJobs },
  { name: 'planning/resources', routes: resourcesRoutes, jobs: resourcesJobs },
];

export const jobs = features.flatMap((feature) => feature.jobs ?? []);
export const subscribers = features.flatMap((feature) => feature.subscribers ?? []);
