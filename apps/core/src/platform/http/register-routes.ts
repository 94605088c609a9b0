import { successStatus } from '@k12/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, authorize, holds } from '../auth/actor.ts';
import { type Context, createContext, type Platform } from '../context.ts';
import { Problem } from '../errors.ts';
import { checkSameSite } from './same-site.ts';
import { Answer, type Route } from './route.ts';
import { serializer } from './serialize.ts';
import { validate } from './validate.ts';

export const apiPrefix = '/api/v1';

/** Finds out who is calling, from cookie or token; null when the request carries neither. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>;

export interface RouteServices {
  platform: Platform;
  authenticate: Authenticate;
  /** Resolves X-School-Id against the actor's schools (IDN-03). */
  selectSchool: (actor: Actor, header: string) => Promise<string>;
}

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], services: RouteServices): void {
  for (const route of routes) registerRoute(app, route, services);
}

function registerRoute(app: FastifyInstance, route: Route, services: RouteServices): void {
  const { endpoint } = route;
  const send = replySender(route);
  app.route({
    method: endpoint.method,
    url: apiPrefix + endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { endpoint },
    handler: async (request, reply) => {
      const context = endpoint.permission === 'public' ? undefined : await openContext(request, route, services);
      const parts = {
        params: validateParams(endpoint.params, request.params),
        query: validate(endpoint.query, request.query, ''),
        body: validate(endpoint.body, request.body, ''),
      };
      const input = { ...parts, context, platform: services.platform, request, reply };
      return send(reply, await route.handler(input as never));
    },
  });
}

/** Who is calling and may they call this at all; the record itself is judged by the service. */
async function openContext(request: FastifyRequest, { endpoint }: Route, services: RouteServices): Promise<Context> {
  const actor = await services.authenticate(request);
  if (!actor) throw new Problem('session.required');
  if (actor.session) checkSameSite(request, services.platform.config, actor.session.id);
  if (endpoint.permission === 'platform') throw new Problem('forbidden');
  if (endpoint.permission !== 'signed_in' && endpoint.permission !== 'public') {
    authorize(holds(actor, endpoint.permission), endpoint.permission);
  }
  const header = request.headers['x-school-id'];
  const school_id = typeof header === 'string' ? await services.selectSchool(actor, header) : null;
  return createContext({
    platform: services.platform,
    actor,
    request_id: request.id,
    ip: request.ip,
    user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    school_id,
    meter: request.meter,
  });
}

/** An address that cannot name a record names none: 404, the same answer as for a record of somebody else. */
function validateParams(schema: z.ZodType | undefined, params: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new Problem('not_found');
  return parsed.data;
}

function replySender({ endpoint }: Route) {
  const defaultStatus = successStatus(endpoint);
  const stringifiers = new Map<number, (value: unknown) => string>();
  for (const [status, schema] of Object.entries(endpoint.replies)) {
    if (Number(status) !== 204 && endpoint.stream !== 'download' && endpoint.stream !== 'events') {
      stringifiers.set(Number(status), serializer(schema));
    }
  }
  return (reply: FastifyReply, result: unknown) => {
    if (reply.sent) return reply;
    const status = result instanceof Answer ? result.status : defaultStatus;
    const body = result instanceof Answer ? result.body : result;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (status === 204) return reply.status(204).send();
    const stringify = stringifiers.get(status);
    if (!stringify) throw new Error(`${endpoint.name} answered an undeclared status ${status}`);
    return reply.status(status).type('application/json; charset=utf-8').send(stringify(body));
  };
}
