import { notificationsJobs } from './features/communication/notifications/notifications.jobs.ts';
import { notificationsRoutes } from './features/communication/notifications/notifications.routes.ts';
import { academicYearsRoutes } from './features/identity/academic-years/academic-years.routes.ts';
import { accessRoutes } from './features/identity/access/access.routes.ts';
import { guardianLinksRoutes } from './features/identity/guardian-links/guardian-links.routes.ts';
import { meRoutes } from './features/identity/me/me.routes.ts';
import { roleAssignmentsRoutes } from './features/identity/role-assignments/role-assignments.routes.ts';
import { rolesRoutes } from './features/identity/roles/roles.routes.ts';
import { schoolsRoutes } from './features/identity/schools/schools.routes.ts';
import { sessionsRoutes } from './features/identity/sessions/sessions.routes.ts';
import { termsRoutes } from './features/identity/terms/terms.routes.ts';
import { usersRoutes } from './features/identity/users/users.routes.ts';
import { mailOutboxJobs } from './features/operations/mail-outbox/mail-outbox.jobs.ts';
import { mailOutboxRoutes } from './features/operations/mail-outbox/mail-outbox.routes.ts';
import { deliverEventJob } from './platform/events/event.jobs.ts';
import type { Subscriber } from './platform/events/event-subscribers.ts';
import { filesRoutes } from './features/operations/files/files.routes.ts';
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
  { name: 'identity/guardian-links', routes: guardianLinksRoutes },
  { name: 'identity/me', routes: meRoutes },
  { name: 'identity/role-assignments', routes: roleAssignmentsRoutes },
  { name: 'identity/roles', routes: rolesRoutes },
  { name: 'identity/schools', routes: schoolsRoutes },
  { name: 'identity/sessions', routes: sessionsRoutes },
  { name: 'identity/terms', routes: termsRoutes },
  { name: 'identity/users', routes: usersRoutes },
  { name: 'communication/notifications', routes: notificationsRoutes, jobs: notificationsJobs },
  { name: 'operations/mail-outbox', routes: mailOutboxRoutes, jobs: mailOutboxJobs },
  { name: 'platform', jobs: [deliverEventJob, sendMailJob, sendUrgentMailJob] },
  { name: 'operations/files', routes: filesRoutes },
];

export const jobs = features.flatMap((feature) => feature.jobs ?? []);
export const subscribers = features.flatMap((feature) => feature.subscribers ?? []);
