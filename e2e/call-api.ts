import { type APIRequestContext, expect, test } from '@playwright/test';

export const origin = () => test.info().project.use.baseURL ?? '';

/** Calls the API as whoever a page or a context belongs to. */
export async function call(by: APIRequestContext, method: string, path: string, data?: object) {
  const { csrf_token } = await (await by.get('/api/v1/csrf')).json();
  const reply = await by.fetch(`/api/v1${path}`, {
    method,
    headers: { 'x-csrf-token': csrf_token, 'idempotency-key': crypto.randomUUID(), origin: origin() },
    ...(data && { data }),
  });
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
  return reply.status() === 204 ? null : reply.json();
}
