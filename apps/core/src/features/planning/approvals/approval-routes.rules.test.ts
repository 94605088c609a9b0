import { expect, test } from 'vitest';
import { routeFor } from './approval-routes.rules.ts';

const anywhere = { school_id: null, subject: null, pack_key: null, enabled: true };
const routes = [
  { ...anywhere, name: 'all' },
  { ...anywhere, name: 'pack', pack_key: 'plain' },
  { ...anywhere, name: 'science', subject: 'Science' },
  { ...anywhere, name: 'school', school_id: 'north' },
  { ...anywhere, name: 'exempt', school_id: 'north', subject: 'Art', enabled: false },
];
const plan = { kind: 'unit', unit_plan_id: null, school_id: 'south', subjects: [], pack_key: 'ubd' };

test.each([
  ['all', plan],
  ['pack', { ...plan, pack_key: 'plain' }],
  ['science', { ...plan, pack_key: 'plain', subjects: ['science'] }],
  ['school', { ...plan, school_id: 'north', subjects: ['Science'] }],
  [undefined, { ...plan, school_id: 'north', subjects: ['Art'] }],
  [undefined, { ...plan, kind: 'template' }],
  [undefined, { ...plan, kind: 'lesson', unit_plan_id: 'unit' }],
  ['all', { ...plan, kind: 'lesson' }],
])('PLN-45 the narrowest route by school, subject and pack decides: %s', (name, place) => {
  expect(routeFor(routes, place)?.name).toBe(name);
});

test('PLN-45 approval is off until somebody asks for it', () => {
  expect(routeFor([], plan)).toBeUndefined();
});
