import { type EndpointDeclaration, endpointUrl, type ReplyOf, type RequestOf } from '@k12/contracts';
import { getCsrfToken } from '@k12/contracts/identity/session';
import { createTestDatabase, type TestDatabase } from '@k12/db/testing/cluster';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { createApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import type { Platform } from '../platform/context.ts';
import { createPlatform } from '../platform/create-platform.ts';
import { apiPrefix } from '../platform/http/register-routes.ts';
import { openTestSession, type TestPerson } from './people.ts';
import { TestClock } from './test-clock.ts';

export interface TestServer {
  database: TestDatabase;
  platform: Platform;
  app: FastifyInstance;
  clock: TestClock;
  origin: string;
}

/** The real app on a real port with a database of its own, closed when the test file ends. */
export async function startTestServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const clock = new TestClock();
  const config = readConfig({
    HOMEROOM_MODE: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_JOB_URL: database.jobUrl,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    // A test is faster than any person; the tests of the limits set their own.
    RATE_LIMITS: '{"general":1000,"public":1000}',
    ...environment,
  });
  const platform = createPlatform(config, { clock });
  const app = await createApp(platform);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    await app.close();
    await platform.close();
    await database.drop();
  });
  return { database, platform, app, clock, origin };
}

export interface RawReply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  body: any;
}

/** Somebody with a browser: a cookie jar, the CSRF token, and typed calls. */
export class TestActor {
  readonly server: TestServer;
  readonly person: TestPerson | null;
  cookies: Record<string, string> = {};
  #csrf: string | null = null;

  constructor(server: TestServer, person: TestPerson | null) {
    this.server = server;
    this.person = person;
  }

  get id(): string {
    if (!this.person) throw new Error('nobody is signed in here');
    return this.person.id;
  }

  /** Whatever comes back, with its status. */
  async send<E extends EndpointDeclaration>(
    endpoint: E,
    request: RequestOf<E>,
    headers: Record<string, string> = {},
  ): Promise<RawReply> {
    const { body } = request as { body?: unknown };
    const all: Record<string, string> = { ...headers };
    if (endpoint.method !== 'GET') all['x-csrf-token'] ??= await this.csrf();
    if (body !== undefined) all['content-type'] ??= 'application/json';
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.fetch(endpoint.method, endpointUrl(endpoint, request as object), { ...init, headers: all });
  }

  /** The reply of a call that must succeed. */
  async call<E extends EndpointDeclaration>(endpoint: E, request: RequestOf<E>): Promise<ReplyOf<E>> {
    const reply = await this.send(endpoint, request);
    if (reply.status >= 400)
      throw new Error(`${endpoint.name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  async fetch(
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<RawReply> {
    const cookie = Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`);
    const headers = { origin: this.server.origin, cookie: cookie.join('; '), ...init.headers };
    const response = await fetch(this.server.origin + apiPrefix + path, {
      ...init,
      method,
      headers,
      redirect: 'manual',
    });
    this.#keepCookies(response);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  forgetCsrf(): void {
    this.#csrf = null;
  }

  async csrf(): Promise<string> {
    if (this.#csrf) return this.#csrf;
    const reply = await this.fetch(getCsrfToken.method, getCsrfToken.path);
    this.#csrf = reply.body.csrf_token as string;
    return this.#csrf;
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') delete this.cookies[name];
      else this.cookies[name] = value;
    }
  }
}

export async function signedIn(server: TestServer, person: TestPerson): Promise<TestActor> {
  const actor = new TestActor(server, person);
  actor.cookies.homeroom_session = await openTestSession(server.platform, person);
  return actor;
}
