import { ApiProblem } from '@k12/contracts/client';
import { expect, test } from 'vitest';
import { isRefused } from './is-refused.ts';

const answered = (status: number, code = 'some_code', request_id = 'r-1') =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, request_id });

test.each([
  ['the network', new TypeError('Failed to fetch')],
  ['a call given up', new DOMException('Timed out', 'TimeoutError')],
  ['an ended session', answered(401)],
  ['too many requests', answered(429)],
  ['a fault of the server', answered(500)],
  ['a restart', answered(503)],
  ['a token that is out of date', answered(403, 'csrf_failed')],
  ['the same request on its way', answered(409, 'idempotency.running')],
  ['a proxy on the way', answered(403, 'forbidden', '')],
])('PLN-03 TCH-70 TCH-97 %s refuses nothing: what was written is kept and sent again', (_what, error) => {
  expect(isRefused(error)).toBe(false);
});

test.each([403, 404, 409, 413, 422])('TCH-70 a %i of the server is its word', (status) => {
  expect(isRefused(answered(status))).toBe(true);
});
