import { listVitals, reportWebVitals, type VitalName } from '@k12/contracts/operations/vitals';
import { expect, test } from 'vitest';
import { version } from '../../../platform/version.ts';
import { aSchool } from '../../../test/a-school.ts';
import { watchVitals } from './vitals.service.ts';

const { teacher, admin, anonymous, platform, clock } = await aSchool();

const vital = (given: object = {}) => ({
  name: 'LCP' as VitalName,
  value: 1_234,
  rating: 'good' as const,
  route: '/dashboard',
  ...given,
});
const report = (vitals: ReturnType<typeof vital>[], release = version) =>
  anonymous.send(reportWebVitals, { body: { release, vitals } });
const figures = async () => (await admin.call(listVitals, {})).data;

test('UXP-112 only those who look after operations read the figures', async () => {
  expect((await anonymous.send(listVitals, {})).status).toBe(401);
  expect((await teacher.send(listVitals, {})).status).toBe(403);
});

test('OPS-152 web vitals become a histogram by name and rating; a batch holds at most twenty', async () => {
  expect((await report([vital({ route: '/first' })])).status).toBe(202);
  expect(await platform.metrics.registry.metrics()).toMatch(
    /homeroom_web_vitals_count\{.*name="LCP",rating="good"/,
  );
  expect((await report(Array.from({ length: 21 }, () => vital()))).status).toBe(422);
});

test('UXP-112 three of four visits per route and release, without who they were or which record they saw', async () => {
  const values = [800, 900, 1_000, 4_000];
  await report(
    values.map((value) =>
      vital({ value, route: '/courses/01a2b3c4-0000-7000-8000-000000000000/students/42?name=Maya' }),
    ),
  );
  await report([vital({ route: '/from-an-old-tab' })], 'an older release');
  await report([vital({ route: 'javascript:alert(1)' })]);
  const found = await figures();
  const of = found.filter(({ route }) => route === '/courses/:id/students/:id');
  expect(of).toMatchObject([{ name: 'LCP', release: version, visits: 4, change: null, is_worse: false }]);
  expect(of[0]?.p75).toBeGreaterThan(940);
  expect(of[0]?.p75).toBeLessThan(1_060);
  expect(found.filter(({ route }) => /old-tab|javascript/.test(route))).toEqual([]);
});

test('UXP-112 a release that makes a page more than a fifth slower is named and alerts', async () => {
  const row = (release: string, counted_on: string, bucket: number, route = '/slower') => ({
    counted_on,
    release,
    route,
    name: 'INP' as const,
    bucket,
    count: 60,
  });
  const today = clock.now().toISOString().slice(0, 10);
  const before = new Date(clock.now().getTime() - 9 * 86_400_000).toISOString().slice(0, 10);
  await platform.db.global
    .insertInto('vital_counts')
    .values([
      row('1.0', before, 50),
      row('1.1', today, 53),
      row('1.0', before, 50, '/as-before'),
      row('1.1', today, 51, '/as-before'),
    ])
    .execute();
  const worse = (await figures()).filter(({ is_worse }) => is_worse);
  expect(worse).toMatchObject([{ route: '/slower', release: '1.1', visits: 60 }]);
  expect(worse[0]?.change).toBeCloseTo(1.33, 1);
  await watchVitals(platform);
  expect((await platform.metrics.vitals_worsened.get()).values[0]?.value).toBe(1);
});
