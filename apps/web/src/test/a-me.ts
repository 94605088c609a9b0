import type { Me } from '@k12/contracts/identity/me';

/** Somebody signed in, for pages that are shown without a server. */
export function aMe(given: Partial<Me> = {}): Me {
  return {
    user: {
      id: '01900000-0000-7000-8000-000000000001',
      display_name: 'Sam Rivera',
      given_name: 'Sam',
      family_name: 'Rivera',
      email: 'sam@example.test',
      username: null,
      pronouns: null,
      pronounced_as: null,
      picture_url: null,
      locale: 'en',
      time_zone: null,
      lock_version: 0,
    },
    tenant: {
      id: '01900000-0000-7000-8000-000000000002',
      name: 'Riverbend',
      slug: 'riverbend',
      kind: 'district',
      locale: 'en',
      time_zone: 'America/New_York',
    },
    roles: ['admin'],
    home: '/admin/dashboard',
    schools: [],
    capabilities: { 'schools.read': ['tenant'], 'schools.create': ['tenant'] },
    session: null,
    impersonation: null,
    unread_notifications: 0,
    feature_flags: {},
    ...given,
  };
}
