import { rateClasses } from '@k12/contracts';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { LimitStore } from './limit-store.ts';
import { limitTable, scaledTable } from './limit-table.ts';
import { createLimits, type LimitCaller } from './limits.ts';
import { createMemoryLimitStore } from './memory-limit-store.ts';

const silent = createLog({ LOG_LEVEL: 'silent' }, 'test');

function aLimiter(store: LimitStore = createMemoryLimitStore(), table = limitTable) {
  const time = { now: Date.UTC(2026, 8, 7, 8) };
  const metrics = createMetrics('test');
  const clock = { now: () => new Date(time.now) };
  const limits = createLimits({ table, store, clock, log: silent, metrics });
  return { limits, metrics, advance: (seconds: number) => (time.now += seconds * 1000) };
}

function someone(given: Partial<LimitCaller> = {}): LimitCaller {
  return {
    tenant_id: 'tenant-a',
    user_id: 'user-a',
    is_token: false,
    address: '203.0.113.7',
    in_registered_network: false,
    browser: 'browser-a',
    account: null,
    ...given,
  };
}

async function attempts(
  limits: ReturnType<typeof createLimits>,
  count: number,
  caller: LimitCaller,
  failed = true,
) {
  const refusals: string[] = [];
  for (let at = 0; at < count; at++) {
    const admission = await limits.admit('sign_in', caller);
    if (admission.refused) refusals.push(admission.refused.name);
    await admission.settle(!failed);
  }
  return refusals;
}

test.each([
  ['general', 300, 60],
  ['search', 60, 60],
  ['upload', 60, 60],
  ['export', 10, 60],
  ['bulk', 10, 60],
  ['message', 30, 60],
  ['ai', 20, 60],
  ['test_call', 10, 60],
  ['public', 60, 60],
] as const)('IDN-100 class %s takes %i in %i seconds', async (rateClass, limit, window) => {
  const { limits, advance } = aLimiter();
  let taken = 0;
  for (; taken <= limit; taken++) {
    if (rateClass === 'general' && taken % 50 === 0) advance(2);
    if ((await limits.admit(rateClass, someone())).refused) break;
  }
  expect(taken).toBe(limit);
  advance(2 * window);
  expect((await limits.admit(rateClass, someone())).refused).toBeNull();
});

test('IDN-100 a person may burst 60 in a second, not 61; a token has its own, wider allowance', async () => {
  const { limits } = aLimiter();
  for (let at = 0; at < 60; at++) expect((await limits.admit('general', someone())).refused).toBeNull();
  expect((await limits.admit('general', someone())).refused?.name).toBe('burst');
  const token = someone({ is_token: true });
  for (let at = 0; at < 600; at++) expect((await limits.admit('general', token)).refused).toBeNull();
  expect((await limits.admit('general', token)).refused?.name).toBe('general_token');
});

test('IDN-100 the window slides: what was used in the last minute still counts at its edge', async () => {
  const { limits, advance } = aLimiter();
  advance(59);
  for (let at = 0; at < 60; at++) await limits.admit('search', someone());
  advance(2);
  const later = [];
  for (let at = 0; at < 10; at++) later.push((await limits.admit('search', someone())).refused);
  expect(later.filter((refused) => refused === null).length).toBeLessThanOrEqual(1);
});

test('IDN-100 every class has rules', () => {
  for (const rateClass of rateClasses) expect(limitTable[rateClass].length).toBeGreaterThan(0);
});

test('IDN-101 OPS-171 1,200 sign-ins from one address in ten minutes are never slowed', async () => {
  const { limits, advance } = aLimiter();
  for (let at = 0; at < 1_200; at++) {
    advance(0.5);
    const caller = someone({
      tenant_id: null,
      user_id: null,
      account: `account-${at}`,
      browser: `browser-${at}`,
    });
    const admission = await limits.admit('sign_in', caller);
    expect(admission.refused).toBeNull();
    await admission.settle(true);
  }
});

test('IDN-101 an account guessed from one browser waits there and is free elsewhere', async () => {
  const { limits } = aLimiter();
  const guesser = someone({ account: 'pupil', browser: 'classmate' });
  expect(await attempts(limits, 20, guesser)).toHaveLength(10);
  expect((await limits.admit('sign_in', someone({ account: 'pupil', browser: 'own' }))).refused).toBeNull();
});

test('IDN-103 an address that keeps guessing is blocked for an hour; a registered network is only slowed', async () => {
  const { limits, advance, metrics } = aLimiter();
  for (let at = 0; at < 300; at++)
    await attempts(limits, 1, someone({ account: `sprayed-${at}`, browser: null }));
  const refusals = await attempts(limits, 4, someone({ account: 'next', browser: null }));
  expect(refusals).toEqual(['sign_in_address', 'sign_in_address', 'sign_in_address', 'sign_in_blocked']);
  advance(50 * 60);
  expect(await attempts(limits, 1, someone({ account: 'later' }))).toEqual(['sign_in_blocked']);
  advance(11 * 60);
  expect(await attempts(limits, 1, someone({ account: 'later' }), false)).toEqual([]);
  expect((await metrics.sign_in_address_blocks.get()).values[0]?.value).toBe(1);

  const school = { address: '198.51.100.1', in_registered_network: true };
  for (let at = 0; at < 600; at++) {
    expect(await attempts(limits, 1, someone({ ...school, account: `typo-${at}`, browser: null }))).toEqual(
      [],
    );
  }
});

test('IDN-103 with the store down sign-in goes on counting here, other classes pass, and it is a metric', async () => {
  const down = () => Promise.reject(new Error('connection refused'));
  const { limits, metrics } = aLimiter({
    add: down,
    look: down,
    takeBack: down,
    block: down,
    blockedFor: down,
  });
  expect(await attempts(limits, 12, someone({ account: 'guessed' }))).toHaveLength(2);
  for (let at = 0; at < 100; at++) expect((await limits.admit('search', someone())).refused).toBeNull();
  expect((await metrics.rate_limit_store_up.get()).values[0]?.value).toBe(0);
});

test('INT-143 IDN-119 one caller cannot use up the allowance of another, nor one tenant that of another', async () => {
  const { limits } = aLimiter();
  for (let at = 0; at < 70; at++) await limits.admit('search', someone());
  expect((await limits.admit('search', someone({ user_id: 'user-b' }))).refused).toBeNull();
  expect((await limits.admit('search', someone({ tenant_id: 'tenant-b' }))).refused).toBeNull();
});

test('INT-143 the operator scales a class', async () => {
  const config = readConfig({ DATABASE_URL: 'x', DATABASE_JOB_URL: 'x', RATE_LIMITS: '{"search":2}' });
  expect(scaledTable(config.RATE_LIMITS).search[0]?.limit).toBe(120);
  expect(() =>
    readConfig({ DATABASE_URL: 'x', DATABASE_JOB_URL: 'x', RATE_LIMITS: '{"nonsense":2}' }),
  ).toThrow('RATE_LIMITS');
});
