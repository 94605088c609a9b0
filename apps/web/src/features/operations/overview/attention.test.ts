import type { QueueFigures } from '@k12/contracts/operations/jobs';
import { expect, test } from 'vitest';
import { concernsOf, type Known } from './attention.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const nothing: Known = {
  ...{ health: undefined, queues: undefined, schedules: undefined },
  ...{ errors: undefined, backfills: undefined, flags: undefined },
};
const queue = (given: Partial<QueueFigures>): QueueFigures => ({
  ...{ queue: 'default', waiting: 0, scheduled: 0, running: 0, retrying: 0, dead: 0 },
  ...{ oldest_waiting_seconds: null, finished_last_hour: 0, latency_p50_ms: null, latency_p95_ms: null },
  ...given,
});
const alive = [{ seen_at: '2026-11-20T11:59:50Z' }];
const abouts = (known: Partial<Known>) => concernsOf({ ...nothing, ...known }, now).map(({ about }) => about);

test('OPS-105 what is not known is no concern, and neither is a queue that moves', () => {
  expect(abouts({})).toEqual([]);
  expect(abouts({ queues: { data: [queue({ oldest_waiting_seconds: 300 })], workers: alive } })).toEqual([]);
});

test('OPS-105 a worker not heard of for a minute counts as lost, and stands before failed jobs', () => {
  const data = [queue({ dead: 2 }), queue({ queue: 'low', dead: 1 })];
  const workers = [{ seen_at: '2026-11-20T11:58:59Z' }];
  expect(concernsOf({ ...nothing, queues: { data, workers } }, now)).toEqual([
    { about: 'workers', grave: true },
    { about: 'dead', count: 3, grave: false },
  ]);
});

test('OPS-105 a long wait is grave in the critical queue alone', () => {
  const data = [
    queue({ queue: 'critical', oldest_waiting_seconds: 360 }),
    queue({ oldest_waiting_seconds: 900 }),
  ];
  expect(concernsOf({ ...nothing, queues: { data, workers: alive } }, now)).toEqual([
    { about: 'queue', queue: 'critical', minutes: 6, grave: true },
    { about: 'queue', queue: 'default', minutes: 15, grave: false },
  ]);
});

test('OPS-154 errors of the last day count, older ones do not', () => {
  const group = (last_seen_at: string, count: number) => ({
    ...{ fingerprint: last_seen_at, source: 'core' as const, type: 'Error', code: null, message: '' },
    ...{ frames: [], route: null, first_seen_at: last_seen_at, last_request_id: null, counts_by_tenant: {} },
    ...{ count, last_seen_at },
  });
  const errors = [group('2026-11-20T11:00:00Z', 4), group('2026-11-18T11:00:00Z', 9)];
  expect(concernsOf({ ...nothing, errors }, now)).toEqual([{ about: 'errors', count: 4, grave: false }]);
});

test('OPS-110 an emergency switch left off is a concern, a feature that is off is none', () => {
  const flag = (key: 'outbound_email' | 'portfolio_enabled') => ({
    ...{ key, enabled: false, default_enabled: true, tenant_manageable: false, rollout_percent: null },
    ...{ rollout_by: 'tenant' as const, roles: [], expires_on: null, lock_version: 0, to_clean_up: false },
  });
  const flags = [flag('outbound_email'), flag('portfolio_enabled')];
  expect(concernsOf({ ...nothing, flags }, now)).toEqual([
    { about: 'switch', key: 'outbound_email', grave: false },
  ]);
});
