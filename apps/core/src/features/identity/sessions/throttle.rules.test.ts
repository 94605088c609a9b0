import { expect, test } from 'vitest';
import { nextOfAccount, nextOfDevice, secondsLeft, waitSeconds } from './throttle.rules.ts';

test('IDN-70 waits begin with the fifth failure, at 30 seconds, and double to 15 minutes', () => {
  expect([1, 4, 5, 6, 7, 9, 10, 30].map(waitSeconds)).toEqual([0, 0, 30, 60, 120, 480, 900, 900]);
});

test('IDN-70 an hour without failures forgets those of a device', () => {
  const start = new Date('2026-11-02T08:00:00Z');
  let attempts = nextOfDevice(undefined, start);
  for (let at = 0; at < 4; at++) attempts = nextOfDevice(attempts, start);
  expect(secondsLeft(attempts, start)).toBe(30);
  expect(nextOfDevice(attempts, new Date('2026-11-02T09:00:01Z')).failures).toBe(1);
});

test('IDN-70 fifty failures within an hour close the account to every device until the hour is over', () => {
  const start = new Date('2026-11-02T08:00:00Z');
  let attempts = nextOfAccount(undefined, start);
  for (let at = 1; at < 49; at++) attempts = nextOfAccount(attempts, new Date('2026-11-02T08:30:00Z'));
  expect(secondsLeft(attempts, start)).toBe(0);
  attempts = nextOfAccount(attempts, new Date('2026-11-02T08:40:00Z'));
  expect(secondsLeft(attempts, new Date('2026-11-02T08:40:00Z'))).toBe(20 * 60);
});
