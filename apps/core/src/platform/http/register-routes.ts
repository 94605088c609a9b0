import { type EndpointDeclaration, successStatus } from '@k12/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordRefusal } from '../audit/record-refusal.ts';
import { type Actor, authorize, holds } from '../auth/actor.ts';
import { checkSignIn, requireFreshSignIn } from '../auth/session-checks.ts';
import { type Context, createContext, type Platform } from '../context.ts';
import { Problem } from '../errors.ts';
import { traceparent } from '../telemetry/trace.ts';
import { requireAcceptable } from './acceptable.ts';
import { announceRemoval } from './announce-removal.ts';
import { isUnchanged, withIfMatch } from './entity-tag.ts';
import { onceByKey, type StoredAnswer } from './idempotency.ts';
import { isFailedAttempt, limitRequest, showLimits } from './limit-requests.ts';
import { Answer, type Route } from './route.ts';
import { checkSameSite } from './same-site.ts';
import { serializer } from './serialize.ts';
import { validate } from './validate.ts';

export const apiPrefix = '/api/v1';

/** Finds out who is calling, from cookie or token; null when the request carries neither. */
export type Authenticate = (request: FastifyRequest, reply: FastifyReply) => Promise<Actor | null>;

export interface RouteServices {
  platform: Platform;
  authenticate: Authenticate;
  /** Resolves X-School-Id against the actor's schools (IDN-03). */
  selectSchool: (actor: Actor, header: string) => Promise<string>;
}

export function registerRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  services: RouteServices,
): void {
  for (const route of routes) registerRoute(app, route, services);
}

function registerRoute(app: FastifyInstance, route: Route, services: RouteServices): void {
  const { endpoint } = route;
  const write = answerWriter(endpoint);
  app.route({
    method: endpoint.method,
    url: apiPrefix + endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { endpoint },
    handler: async (request, reply) => {
      announceRemoval(reply, endpoint.removal);
      requireAcceptable(request, endpoint);
      requireBodyType(request, endpoint);
      const actor = await identify(request, reply, endpoint, services);
      requireFeature(services.platform, endpoint, actor);
      const admission = await limitRequest(services.platform, request, reply, endpoint, actor);
      try {
        const context =
          endpoint.permission === 'public' ? undefined : await openContext(request, route, actor, services);
        const answer = await answerRequest(request, reply, {
          route,
          context,
          platform: services.platform,
          write,
        });
        await admission.settle(true);
        return answer;
      } catch (error) {
        await admission.settle(!isFailedAttempt(error));
        await recordRefusal(services.platform, actor, request, error);
        throw error;
      }
    },
  });
}

/** Parsers are shared by all routes; which of them an endpoint is for is its own declaration. */
function requireBodyType(request: FastifyRequest, { stream, body_types = [] }: EndpointDeclaration): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || request.method === 'GET' || request.method === 'HEAD') return;
  const form = body_types.length > 0 ? body_types : ['multipart/form-data'];
  const accepted = stream === 'upload' ? form : ['application/json', ...body_types];
  if (!accepted.includes(type)) throw new Problem('request.unsupported_type');
}

/** Who is calling. Public endpoints want to know it only to count by person instead of by address. */
async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: EndpointDeclaration,
  services: RouteServices,
): Promise<Actor | null> {
  try {
    const actor = await services.authenticate(request, reply);
    if (!actor && endpoint.permission !== 'public') throw new Problem('session.required');
    request.tenant_id = actor?.tenant_id ?? null;
    request.user_id = actor?.user_id ?? null;
    return actor;
  } catch (error) {
    if (endpoint.permission === 'public' && error instanceof Problem) return null;
    await showLimits(services.platform, request, reply);
    throw error;
  }
}

/** OPS-112: what is switched off is not there. */
function requireFeature(platform: Platform, { flag }: EndpointDeclaration, actor: Actor | null): void {
  if (!flag) return;
  const subject = {
    tenant_id: actor?.tenant_id ?? null,
    user_id: actor?.user_id ?? null,
    roles: actor?.roles ?? [],
  };
  if (!platform.flags.isOn(flag, subject)) throw new Problem('feature_disabled', { context: { flag } });
}

/** May they call this at all; the record itself is judged by the service. */
async function openContext(
  request: FastifyRequest,
  { endpoint }: Route,
  actor: Actor | null,
  services: RouteServices,
): Promise<Context> {
  if (!actor) throw new Problem('session.required');
  if (actor.session) checkSameSite(request, services.platform.config, actor.session.id);
  checkSignIn(endpoint, actor);
  if (endpoint.permission === 'platform') {
    if (!actor.is_operator || !actor.session) throw new Problem('forbidden');
  } else if (endpoint.permission !== 'signed_in' && endpoint.permission !== 'public') {
    authorize(holds(actor, endpoint.permission), endpoint.permission);
  }
  requireFreshSignIn(endpoint, actor, services.platform.clock.now());
  const header = request.headers['x-school-id'];
  const school_id =
    typeof header === 'string' ? await services.selectSchool(actor, header) : soleSchool(actor);
  return createContext({
    platform: services.platform,
    actor,
    request_id: request.id,
    ip: request.ip,
    user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    school_id,
    meter: request.meter,
    traceparent: traceparent(request.trace),
  });
}

/** A token or an impersonation limited to one school works as if that school were chosen (IDN-88, IDN-96). */
function soleSchool({ school_limit }: Actor): string | null {
  return school_limit?.length === 1 ? (school_limit[0] ?? null) : null;
}

interface Work {
  route: Route;
  context: Context | undefined;
  platform: Platform;
  write: (result: unknown) => Written;
}

/** Checks the parts, runs the handler (once, where the request carries a key) and sends what it returned. */
async function answerRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work,
): Promise<FastifyReply> {
  const { endpoint, handler } = work.route;
  const parts = {
    params: validateParams(endpoint.params, request.params),
    query: validate(endpoint.query, withIfMatch(request, endpoint, 'query'), ''),
    body: validate(endpoint.body, withIfMatch(request, endpoint, 'body'), ''),
  };
  const input = { ...parts, context: work.context, platform: work.platform, request, reply };
  if (endpoint.stream !== undefined || !work.context) {
    const result = await handler(input as never);
    return reply.sent || endpoint.stream === 'download' || endpoint.stream === 'events'
      ? reply
      : send(request, reply, work.write(result));
  }
  let written: Written | undefined;
  const answer = await onceByKey(request, work.context, async (context) => {
    written = work.write(await handler({ ...input, context } as never));
    const location = reply.getHeader('location');
    return { ...written, location: typeof location === 'string' ? location : null };
  });
  if (answer.replayed) return replay(reply, answer);
  return send(request, reply, { ...answer, body: written?.body });
}

/** An address that cannot name a record names none: 404, the same answer as for a record of somebody else. */
function validateParams(schema: z.ZodType | undefined, params: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new Problem('not_found');
  return parsed.data;
}

interface Written {
  status: number;
  text: string;
  body: unknown;
}

const bodiless = new Set([202, 204]);

/** Turns a handler's result into status and text, through the schema the endpoint declares for that status. */
function answerWriter(endpoint: EndpointDeclaration): (result: unknown) => Written {
  const defaultStatus = successStatus(endpoint);
  const stringifiers = new Map<number, (value: unknown) => string>();
  for (const [status, schema] of Object.entries(endpoint.replies)) {
    if (Number(status) !== 204 && endpoint.stream !== 'download' && endpoint.stream !== 'events') {
      stringifiers.set(Number(status), serializer(schema));
    }
  }
  return (result) => {
    const status = result instanceof Answer ? result.status : defaultStatus;
    const body = result instanceof Answer ? result.body : result;
    if (bodiless.has(status) && body === undefined) return { status, text: '', body };
    const stringify = stringifiers.get(status);
    if (!stringify) throw new Error(`${endpoint.name} answered an undeclared status ${status}`);
    return { status, text: stringify(body), body };
  };
}

function send(request: FastifyRequest, reply: FastifyReply, { status, text, body }: Written): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (text === '') return reply.status(status).send();
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && isUnchanged(request, reply, text, body)) return reply.status(304).send();
  return reply.status(status).type('application/json; charset=utf-8').send(text);
}

function replay(reply: FastifyReply, { status, text, location }: StoredAnswer): FastifyReply {
  reply.header('cache-control', 'no-store').header('idempotent-replayed', 'true');
  if (location) reply.header('location', location);
  if (text === '') return reply.status(status).send();
  return reply
    .status(status)
    .type(status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json')
    .send(text);
}
