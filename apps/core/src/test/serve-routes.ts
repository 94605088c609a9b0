import { afterAll } from 'vitest';
import { createAuthentication } from '../features/identity/sessions/authentication.service.ts';
import { sessionsRoutes } from '../features/identity/sessions/sessions.routes.ts';
import type { Platform } from '../platform/context.ts';
import { createHttpApp } from '../platform/http/http-app.ts';
import { registerRoutes } from '../platform/http/register-routes.ts';
import type { Route } from '../platform/http/route.ts';
import { TestActor, type TestServer } from './test-server.ts';

/** The real HTTP layer with routes that only a test has: slow ones, failing ones, endless ones. */
export async function serveRoutes(world: { platform: Platform; server: TestServer }, routes: Route[]) {
  const { platform } = world;
  const app = await createHttpApp(platform);
  const services = { platform, authenticate: createAuthentication(platform), selectSchool: async () => '' };
  registerRoutes(app, [...sessionsRoutes, ...routes], services);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => app.close());
  return {
    app,
    origin,
    /** The same person and session, talking to these routes. */
    as(actor: TestActor): TestActor {
      const here = new TestActor({ ...world.server, app, origin }, actor.person);
      here.cookies = { ...actor.cookies };
      return here;
    },
  };
}
