import { ApiProblem } from '@k12/contracts/client';
import { expect, test } from 'vitest';
import { connection, notingConnection } from './connection.ts';

Object.assign(globalThis, { window: new EventTarget() });
const problem = (status: number, request_id: string) =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, code: 'unavailable', request_id });
const failing = (error: unknown) =>
  notingConnection(() => Promise.reject(error)).catch((reason: unknown) => reason);

test.each([
  ['a dead uplink', new TypeError('fetch failed'), false],
  ['the page of a filter', new SyntaxError('Unexpected token <'), false],
  ['a portal that answers with a status', problem(511, ''), false],
  ['a refusal of Homeroom', problem(403, 'r1'), true],
  ['a busy Homeroom', problem(503, 'r2'), true],
])('UXP-53 (as real requests see it) %s', async (_, error, reached) => {
  await notingConnection(async () => 'reply');
  await failing(error);
  expect(connection.read()).toBe(reached);
});

test('UXP-53 (as real requests see it) a request given up says nothing, and the next answer ends being offline', async () => {
  const heard: boolean[] = [];
  const leave = connection.subscribe(() => heard.push(connection.read()));
  await notingConnection(async () => 'reply');
  await failing(new DOMException('', 'AbortError'));
  await failing(new TypeError('fetch failed'));
  await notingConnection(async () => 'reply');
  leave();
  expect(heard.slice(-2)).toEqual([false, true]);
});
