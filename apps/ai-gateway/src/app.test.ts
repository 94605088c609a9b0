import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';

const token = 'a-token-of-the-test-run-0123456789abcdef';
const lines: string[] = [];
let app: FastifyInstance;
let base: string;

beforeAll(async () => {
  const config = readConfig({ AI_GATEWAY_TOKEN: token, ANTHROPIC_API_KEY: 'key' });
  app = createApp(config, createLog('debug', { write: (line) => lines.push(line) }));
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const question = {
  purpose: 'lesson.draft',
  messages: [{ role: 'user', content: 'Photosynthesis for grade six, photosynthesis with leaves' }],
};

function post(body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${base}/v1/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('access', () => {
  test('OPS-01 health of the gateway answers without a token and names no host', async () => {
    const reply = await fetch(`${base}/v1/health`);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ status: 'ok', service: 'ai_gateway', version: expect.any(String) });
  });

  test.each([undefined, 'Bearer wrong', `Basic ${token}`, token])(
    'generate refuses authorization %s',
    async (authorization) => {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const reply = await fetch(`${base}/v1/generate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(question),
      });
      expect(reply.status).toBe(401);
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
      expect(await reply.json()).toMatchObject({ code: 'token.invalid', status: 401 });
    },
  );
});

describe('providers', () => {
  test('OPS-136 the built-in provider is labelled as a demo and is the default', async () => {
    const reply = await fetch(`${base}/v1/providers`, { headers: { authorization: `Bearer ${token}` } });
    const { data, default: chosen } = (await reply.json()) as {
      data: Record<string, unknown>[];
      default: string;
    };
    expect(chosen).toBe('local');
    expect(data.find(({ name }) => name === 'local')).toMatchObject({
      demo: true,
      configured: true,
      usable: true,
    });
    expect(data.find(({ name }) => name === 'anthropic')).toMatchObject({ configured: true, usable: false });
    expect(data.find(({ name }) => name === 'openai_compatible')).toMatchObject({ configured: false });
    expect(JSON.stringify(data)).not.toContain('key');
  });

  test('a provider that cannot be called is refused by name', async () => {
    const reply = await post({ ...question, provider: 'anthropic' });
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ errors: [{ pointer: '/provider', code: 'not_usable' }] });
  });
});

describe('generate', () => {
  test('OPS-136 the same request gives the same demo answer, made from its own words', async () => {
    const [one, two] = await Promise.all([post(question), post(question)]);
    const first = (await one.json()) as Record<string, unknown>;
    const second = (await two.json()) as Record<string, unknown>;
    expect(first.text).toBe(second.text);
    expect(first.text).toContain('photosynthesis');
    expect(first).toMatchObject({ provider: 'local', demo: true, finish_reason: 'complete' });
    expect(first.notice).toContain('No language model was used');
  });

  test('no safety check is claimed while none exists', async () => {
    const reply = await post(question);
    expect(await reply.json()).toMatchObject({ safety: { input: 'not_checked', output: 'not_checked' } });
  });

  test('the output limit cuts the answer and says so', async () => {
    const reply = await post({ ...question, max_output_tokens: 3 });
    const body = (await reply.json()) as { text: string; finish_reason: string };
    expect(body.text.length).toBeLessThanOrEqual(12);
    expect(body.finish_reason).toBe('length');
  });

  test('a streamed answer is the same text in pieces and ends with its facts', async () => {
    const whole = (await (await post(question)).json()) as { text: string };
    const reply = await post({ ...question, stream: true });
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const events = (await reply.text())
      .trim()
      .split('\n\n')
      .map((block) => {
        const [name = '', data = ''] = block.split('\n');
        return { name: name.slice(7), data: JSON.parse(data.slice(6)) as Record<string, unknown> };
      });
    expect(events.filter(({ name }) => name === 'delta').length).toBeGreaterThan(5);
    expect(
      events
        .filter(({ name }) => name === 'delta')
        .map(({ data }) => data.text)
        .join(''),
    ).toBe(whole.text);
    expect(events.at(-1)).toMatchObject({ name: 'done', data: { provider: 'local', demo: true } });
  });
});

describe('bad input', () => {
  test.each([
    ['not JSON', '{', 400],
    ['an unknown field', { ...question, temperature: 2 }, 422],
    ['no messages', { ...question, messages: [] }, 422],
    ['an answer as last message', { ...question, messages: [{ role: 'assistant', content: 'x' }] }, 422],
    [
      'too much text',
      {
        ...question,
        messages: Array.from({ length: 4 }, () => ({ role: 'user', content: 'x'.repeat(30_000) })),
      },
      422,
    ],
    ['a huge body', `"${'x'.repeat(600_000)}"`, 413],
  ])('%s is refused as a problem', async (_what, body, status) => {
    const reply = await post(body);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ status, request_id: expect.any(String) });
  });

  test('another content type is refused', async () => {
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('logs', () => {
  test('OPS-151 a well-formed request id is kept, another is replaced', async () => {
    const kept = await post(question, { 'x-request-id': 'trace-me-12345' });
    expect(kept.headers.get('x-request-id')).toBe('trace-me-12345');
    const replaced = await post('{', { 'x-request-id': 'bad id!' });
    const id = replaced.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await replaced.json()).toMatchObject({ request_id: id });
  });

  test('OPS-150 the gateway logs JSON lines without prompt, answer or token', async () => {
    lines.length = 0;
    await post(
      { purpose: 'lesson.draft', messages: [{ role: 'user', content: 'secret-marker-of-the-prompt' }] },
      { 'x-request-id': 'marked-request' },
    );
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged).toContainEqual(
      expect.objectContaining({
        request_id: 'marked-request',
        service: 'ai_gateway',
        route: '/v1/generate',
        status: 200,
        message: 'request',
      }),
    );
    expect(lines.join('')).not.toContain('secret-marker');
    expect(lines.join('')).not.toContain(token);
  });
});

describe('configuration', () => {
  test.each(['', 'short', 'a'.repeat(40), 'development-only-ai-gateway-token'])(
    'OPS-130 the gateway refuses production with the token "%s", by name only',
    (weak) => {
      expect(() => readConfig({ HOMEROOM_MODE: 'production', AI_GATEWAY_TOKEN: weak })).toThrow(
        /^Configuration is missing or too weak: AI_GATEWAY_TOKEN$/,
      );
    },
  );

  test('OPS-130 the gateway process ends with exit code 78', async () => {
    const { spawnSync } = await import('node:child_process');
    const server = new URL('./server.ts', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [server], {
      env: { ...process.env, AI_GATEWAY_TOKEN: '', HOMEROOM_MODE: 'production' },
      encoding: 'utf8',
    });
    expect(status).toBe(78);
    expect(stderr).toContain('AI_GATEWAY_TOKEN');
  });

  test('stopping finishes the answer under way and closes the port', async () => {
    const own = createApp(readConfig({ AI_GATEWAY_TOKEN: token }), createLog('silent'));
    const address = new URL(await own.listen({ port: 0, host: '127.0.0.1' }));
    const answer = fetch(`${address.origin}/v1/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(question),
    });
    expect((await answer).status).toBe(200);
    await own.close();
    const again = createServer();
    await new Promise<void>((resolve, reject) =>
      again.once('error', reject).listen(Number(address.port), '127.0.0.1', resolve),
    );
    await new Promise((resolve) => again.close(resolve));
  });
});
