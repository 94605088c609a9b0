import type { Me } from '@k12/contracts/identity/me';
import { expect, test } from 'vitest';
import { ownTimeZone } from './own-time-zone.ts';

const personIn = (chosen: string | null, ...zones: string[]) =>
  ({
    user: { time_zone: chosen },
    schools: zones.map((time_zone) => ({ time_zone })),
    tenant: { time_zone: 'America/New_York' },
  }) as unknown as Me;

test('IDN-06 who belongs to a school of another zone reads its clocks, unless they chose their own', () => {
  expect(ownTimeZone(personIn(null, 'America/Denver'))).toBe('America/Denver');
  expect(ownTimeZone(personIn(null, 'America/Denver', 'America/Denver'))).toBe('America/Denver');
  expect(ownTimeZone(personIn(null, 'America/Denver', 'America/Chicago'))).toBe('America/New_York');
  expect(ownTimeZone(personIn(null))).toBe('America/New_York');
  expect(ownTimeZone(personIn('Europe/Madrid', 'America/Denver'))).toBe('Europe/Madrid');
});
