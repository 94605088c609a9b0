import { OverviewScreen } from '@/features/homes/overview-screen.tsx';
import { CalendarScreen } from '@/features/identity/academic-years/calendar/calendar-screen.tsx';
import { YearsScreen } from '@/features/identity/academic-years/years-screen.tsx';
import { GuardiansScreen } from '@/features/identity/guardians/guardians-screen.tsx';
import { RoleScreen } from '@/features/identity/roles/role-screen.tsx';
import { RolesScreen } from '@/features/identity/roles/roles-screen.tsx';
import { SchoolsScreen } from '@/features/identity/schools/schools-screen.tsx';
import { RulesScreen } from '@/features/identity/sign-in-rules/rules-screen.tsx';
import { UserScreen } from '@/features/identity/user-detail/user-screen.tsx';
import { UsersScreen } from '@/features/identity/users/users-screen.tsx';
import { RequestsScreen } from '@/features/operations/accessibility-requests/requests-screen.tsx';
import { AuditScreen } from '@/features/operations/audit-log/audit-screen.tsx';
import { FlagsScreen } from '@/features/operations/feature-flags/flags-screen.tsx';
import { HealthScreen } from '@/features/operations/health/health-screen.tsx';
import { JobsScreen } from '@/features/operations/jobs/jobs-screen.tsx';
import { MailScreen } from '@/features/operations/mail-outbox/mail-screen.tsx';
import { OperationsScreen } from '@/features/operations/overview/operations-screen.tsx';
import { OperatorGrantsScreen } from '@/features/operations/support/operator-grants-screen.tsx';
import { SupportAccessScreen } from '@/features/operations/support/support-access-screen.tsx';
import { TenantScreen } from '@/features/operations/tenants/tenant-screen.tsx';
import { TenantsScreen } from '@/features/operations/tenants/tenants-screen.tsx';
import { ApprovalsScreen } from '@/features/planning/approvals/approvals-screen.tsx';
import { MapScreen } from '@/features/planning/map/map-screen.tsx';
import { PacksScreen } from '@/features/planning/packs/packs-screen.tsx';
import { PushesScreen } from '@/features/planning/pushes/pushes-screen.tsx';
import { AdminStandardsScreen } from '@/features/planning/standards/admin-standards-screen.tsx';
import { GradingRulesScreen } from '@/features/teaching/grading-rules/grading-rules-screen.tsx';

const id = '01900000-0000-7000-8000-0000000000f1';

/** The screens of the administration as their pages render them; a record is any record (UXP-47). */
export const administrationScreens = {
  '/admin/academic-years': () => <YearsScreen />,
  '/admin/academic-years/calendar': () => <CalendarScreen />,
  '/admin/accessibility': () => <RequestsScreen />,
  '/admin/approvals': () => <ApprovalsScreen />,
  '/admin/audit-log': () => <AuditScreen />,
  '/admin/curriculum-map': () => <MapScreen admin />,
  '/admin/curriculum-profiles': () => <PacksScreen />,
  '/admin/dashboard': () => <OverviewScreen />,
  '/admin/feature-flags': () => <FlagsScreen />,
  '/admin/grading': () => <GradingRulesScreen />,
  '/admin/guardians': () => <GuardiansScreen />,
  '/admin/health': () => <HealthScreen />,
  '/admin/mail-outbox': () => <MailScreen />,
  '/admin/operations/jobs': () => <JobsScreen />,
  '/admin/operations': () => <OperationsScreen />,
  '/admin/provisioning/[tenantId]': () => <TenantScreen id={id} />,
  '/admin/provisioning': () => <TenantsScreen />,
  '/admin/roles/[roleId]': () => <RoleScreen id={id} />,
  '/admin/roles': () => <RolesScreen />,
  '/admin/schools': () => <SchoolsScreen />,
  '/admin/sign-in-rules': () => <RulesScreen />,
  '/admin/standards': () => <AdminStandardsScreen />,
  '/admin/support-access': () => <SupportAccessScreen />,
  '/admin/users/[userId]': () => <UserScreen id={id} />,
  '/admin/users': () => <UsersScreen />,
  '/district/dashboard': () => <OverviewScreen />,
  '/district/templates': () => <PushesScreen />,
  '/platform/support': () => <OperatorGrantsScreen />,
} as const;
