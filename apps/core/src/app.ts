import type { FastifyInstance } from 'fastify';
import { selectSchool } from './features/identity/actors/actors.service.ts';
import { createAuthentication } from './features/identity/sessions/authentication.service.ts';
import { features, jobs, subscribers } from './features.ts';
import type { Platform } from './platform/context.ts';
import { installProbes } from './platform/health/probe-routes.ts';
import { createHttpApp } from './platform/http/http-app.ts';
import { installOpenApi } from './platform/http/openapi-routes.ts';
import { registerRoutes } from './platform/http/register-routes.ts';

/** The HTTP app: the bare server, then every feature's routes. */
export async function createApp(platform: Platform): Promise<FastifyInstance> {
  platform.events.register(subscribers);
  platform.jobs.register(jobs);
  const app = await createHttpApp(platform);
  // Open streams would keep the server from closing.
  app.addHook('preClose', () => platform.live.close());
  installProbes(app, platform);
  installOpenApi(app);
  // With the database away the code's defaults hold until the next reload.
  await platform.flags.reload().catch(() => undefined);
  const authenticate = createAuthentication(platform);
  const services = {
    platform,
    authenticate,
    selectSchool: (actor: Parameters<typeof selectSchool>[1], header: string) =>
      selectSchool(platform, actor, header),
  };
  for (const feature of features) registerRoutes(app, feature.routes ?? [], services);
  return app;
}
