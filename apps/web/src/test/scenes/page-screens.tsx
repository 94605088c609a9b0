import { OverviewScreen } from '@/features/homes/overview-screen.tsx';
import { YearsScreen } from '@/features/identity/academic-years/years-screen.tsx';
import { GuardiansScreen } from '@/features/identity/guardians/guardians-screen.tsx';
import { RoleScreen } from '@/features/identity/roles/role-screen.tsx';
import { RolesScreen } from '@/features/identity/roles/roles-screen.tsx';
import { SchoolsScreen } from '@/features/identity/schools/schools-screen.tsx';
import { UserScreen } from '@/features/identity/user-detail/user-screen.tsx';
import { UsersScreen } from '@/features/identity/users/users-screen.tsx';
import { RequestsScreen } from '@/features/operations/accessibility-requests/requests-screen.tsx';
import { AuditScreen } from '@/features/operations/audit-log/audit-screen.tsx';
import { FlagsScreen } from '@/features/operations/feature-flags/flags-screen.tsx';
import { HealthScreen } from '@/features/operations/health/health-screen.tsx';
import { JobsScreen } from '@/features/operations/jobs/jobs-screen.tsx';
import { MailScreen } from '@/features/operations/mail-outbox/mail-screen.tsx';
import { OverviewScreen as TenantsOverviewScreen } from '@/features/operations/tenants/overview-screen.tsx';

const id = '01900000-0000-7000-8000-0000000000f1';

/** The screens of the administration as their pages render them; a record is any record (UXP-47). */
export const pageScreens = {
  '/admin/academic-years': () => <YearsScreen />,
  '/admin/accessibility': () => <RequestsScreen />,
  '/admin/audit-log': () => <AuditScreen />,
  '/admin/dashboard': () => <OverviewScreen />,
  '/admin/feature-flags': () => <FlagsScreen />,
  '/admin/guardians': () => <GuardiansScreen />,
  '/admin/health': () => <HealthScreen />,
  '/admin/mail-outbox': () => <MailScreen />,
  '/admin/operations/jobs': () => <JobsScreen />,
  '/admin/operations': () => <TenantsOverviewScreen />,
  '/admin/roles/[roleId]': () => <RoleScreen id={id} />,
  '/admin/roles': () => <RolesScreen />,
  '/admin/schools': () => <SchoolsScreen />,
  '/admin/users/[userId]': () => <UserScreen id={id} />,
  '/admin/users': () => <UsersScreen />,
} as const;
