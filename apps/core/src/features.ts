import { academicYearsRoutes } from './features/identity/academic-years/academic-years.routes.ts';
import { accessRoutes } from './features/identity/access/access.routes.ts';
import { meRoutes } from './features/identity/me/me.routes.ts';
import { roleAssignmentsRoutes } from './features/identity/role-assignments/role-assignments.routes.ts';
import { rolesRoutes } from './features/identity/roles/roles.routes.ts';
import { schoolsRoutes } from './features/identity/schools/schools.routes.ts';
import { sessionsRoutes } from './features/identity/sessions/sessions.routes.ts';
import { termsRoutes } from './features/identity/terms/terms.routes.ts';
import type { Route } from './platform/http/route.ts';
import type { Job } from './platform/jobs/define-job.ts';

/** The table of contents: every feature and what it adds to the product. */
export const features: { name: string; routes?: Route[]; jobs?: Job[] }[] = [
  { name: 'identity/academic-years', routes: academicYearsRoutes },
  { name: 'identity/access', routes: accessRoutes },
  { name: 'identity/me', routes: meRoutes },
  { name: 'identity/role-assignments', routes: roleAssignmentsRoutes },
  { name: 'identity/roles', routes: rolesRoutes },
  { name: 'identity/schools', routes: schoolsRoutes },
  { name: 'identity/sessions', routes: sessionsRoutes },
  { name: 'identity/terms', routes: termsRoutes },
];
