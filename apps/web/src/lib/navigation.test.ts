import { systemRoleGrants, systemRoleKeys } from '@k12/contracts/identity/capabilities';
import { describe, expect, test } from 'vitest';
import { mayOpen, navigationOf, pageList, sectionOf } from './pages.ts';

/** Somebody of a district school who holds one role as it is set up. */
function visitorOf(role: (typeof systemRoleKeys)[number]) {
  const held = systemRoleGrants[role].filter(
    ({ optional, single_school_tenant_only }) => !optional && !single_school_tenant_only,
  );
  return {
    roles: [role],
    capabilities: Object.fromEntries(held.map(({ capability, reaches }) => [capability, reaches])),
  };
}

const operator = { roles: ['super_admin'], capabilities: { 'operations.read_own': ['tenant'] } };

/** The parts named by UXP-02, as far as there are pages for them. */
const sections = {
  teacher: ['today', 'plan', 'teach', 'report'],
  curriculum_lead: ['today', 'plan', 'report'],
  admin: ['today', 'plan', 'teach', 'report', 'admin'],
  district_admin: ['district', 'report', 'admin'],
  student: ['today', 'learn'],
} as const;

describe('UXP-02 the navigation of each role', () => {
  test.each(Object.entries(sections))('UXP-02 %s sees these parts and no others', (role, expected) => {
    const visitor = visitorOf(role as keyof typeof sections);
    const shown = new Set(navigationOf(visitor).map((page) => sectionOf(page, visitor)));
    expect([...shown].sort()).toEqual([...expected].sort());
  });

  test('UXP-02 guardians begin with their children and see nothing of staff', () => {
    const visitor = visitorOf('guardian');
    const entries = navigationOf(visitor);
    expect(entries[0]?.title).toBe('children');
    expect(entries.every((page) => ['today', 'learn'].includes(sectionOf(page, visitor)))).toBe(true);
  });

  test('UXP-02 operators see operations, provisioning and support, the state of the service and reports on accessibility', () => {
    expect(navigationOf(operator).map(({ route }) => route)).toEqual([
      '/admin/operations',
      '/admin/provisioning',
      '/platform/support',
      '/admin/health',
      '/admin/accessibility',
    ]);
  });

  test.each([...systemRoleKeys])('UXP-02 what %s cannot open is absent, not greyed', (role) => {
    const visitor = visitorOf(role);
    const shut = pageList.filter((page) => !mayOpen(page, visitor));
    expect(shut.length).toBeGreaterThan(0);
    expect(navigationOf(visitor).filter((page) => shut.includes(page))).toEqual([]);
  });

  test('UXP-02 somebody with several roles sees the parts of all of them', () => {
    const [teacher, admin] = [visitorOf('teacher'), visitorOf('admin')];
    const both = {
      roles: ['admin', 'teacher'],
      capabilities: { ...teacher.capabilities, ...admin.capabilities },
    };
    const routes = new Set(navigationOf(both).map(({ route }) => route));
    for (const { route } of [...navigationOf(teacher), ...navigationOf(admin)])
      expect(routes.has(route)).toBe(true);
  });
});
