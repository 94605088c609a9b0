import { join } from 'node:path';
import { demoAccounts, demoPassword } from '../apps/core/src/seed/demo-accounts.ts';

export type DemoRole = 'district_admin' | 'admin' | 'curriculum_lead' | 'teacher' | 'student' | 'guardian';

export const roles: readonly DemoRole[] = [
  'district_admin',
  'admin',
  'curriculum_lead',
  'teacher',
  'student',
  'guardian',
];

export const homes: Record<DemoRole, string> = {
  district_admin: '/district/dashboard',
  admin: '/admin/dashboard',
  curriculum_lead: '/dashboard',
  teacher: '/dashboard',
  student: '/learn/dashboard',
  guardian: '/guardian/dashboard',
};

export const password = demoPassword;

/** The first demo account of a role in the district. */
export function accountOf(role: DemoRole) {
  const account = demoAccounts.find(
    (candidate) => candidate.tenant === 'riverbend' && candidate.role === role,
  );
  if (!account) throw new Error(`no demo account for ${role}`);
  return {
    identifier: account.email ?? account.username ?? '',
    name: `${account.given_name} ${account.family_name}`,
  };
}

/** Where the signed-in state of a role is kept for the run. */
export function stateOf(role: DemoRole): string {
  return join(import.meta.dirname, '../.data/test-results/e2e-states', `${role}.json`);
}
