import cookie from '@fastify/cookie';
import { newId, type QueryMeter } from '@k12/db';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Platform } from '../context.ts';
import { parseJsonBody } from './json-body.ts';
import { installProblemReplies } from './problem-reply.ts';

declare module 'fastify' {
  interface FastifyRequest {
    meter: QueryMeter;
  }
}

const wellFormedRequestId = /^[A-Za-z0-9-]{8,64}$/;
const maxBodyBytes = 1024 * 1024;

/** The bare HTTP server: ids, bodies, cookies, errors. It knows no endpoint. */
export async function createHttpApp(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: platform.log,
    disableRequestLogging: true,
    trustProxy: platform.config.TRUSTED_PROXIES.split(','),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: 'idle',
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && wellFormedRequestId.test(given) ? given : newId();
    },
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  app.decorateRequest('meter');
  app.addHook('onRequest', async (request, reply) => {
    request.meter = { count: 0, milliseconds: 0 };
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('server-timing', `db;dur=${request.meter.milliseconds.toFixed(1)}, total;dur=${reply.elapsedTime.toFixed(1)}`);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        request_id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        duration_ms: Math.round(reply.elapsedTime * 10) / 10,
        db_ms: Math.round(request.meter.milliseconds * 10) / 10,
        db_count: request.meter.count,
      },
      'request',
    );
  });
  readJsonOnly(app);
  installProblemReplies(app);
  return app;
}

/** JSON is the only body type here; anything else is 415 unless an endpoint registers its own. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
}
