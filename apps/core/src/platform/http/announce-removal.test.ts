import { endpoint, type Removal } from '@k12/contracts';
import { endpoints } from '@k12/contracts/endpoints';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aSchool } from '../../test/a-school.ts';
import { serveRoutes } from '../../test/serve-routes.ts';
import { route } from './route.ts';

const world = await aSchool();
const removal = { announced_on: '2026-02-01', removed_on: '2027-03-01', instead: '/newer' } as const;
const declared = {
  method: 'GET',
  summary: 'Only in this test',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: z.object({ ok: z.boolean() }) },
} as const;
const older = endpoint({ ...declared, name: 'older.get', path: '/older', removal });
const newer = endpoint({ ...declared, name: 'newer.get', path: '/newer' });
const answer = async () => ({ ok: true });
const { as } = await serveRoutes(world, [route(older, answer), route(newer, answer)]);

test('INT-146 (headers) an operation that will be removed says since when, until when and what comes instead', async () => {
  const { headers, status } = await as(world.teacher).send(older, {});
  expect(status).toBe(200);
  expect(headers.get('deprecation')).toBe(`@${Date.UTC(2026, 1, 1) / 1_000}`);
  expect(headers.get('sunset')).toBe('Mon, 01 Mar 2027 00:00:00 GMT');
  expect(headers.get('link')).toContain('</api/v1/newer>; rel="successor-version"');
  expect(headers.get('link')).toContain('rel="deprecation"');
  const other = await as(world.teacher).send(newer, {});
  for (const name of ['deprecation', 'sunset', 'link']) expect(other.headers.get(name)).toBeNull();
});

test('INT-146 (notice) nothing is removed earlier than twelve months after it was announced', () => {
  const isTooEarly = ({ announced_on, removed_on }: Removal) => {
    const earliest = new Date(announced_on);
    earliest.setUTCFullYear(earliest.getUTCFullYear() + 1);
    return new Date(removed_on) < earliest;
  };
  expect([isTooEarly(removal), isTooEarly({ ...removal, removed_on: '2027-01-31' })]).toEqual([false, true]);
  const early = endpoints.filter(({ removal: announced }) => announced && isTooEarly(announced));
  expect(early.map(({ name }) => name)).toEqual([]);
});
