import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { GatewayHealth, GatewayProviders, GenerateReply, GenerateRequest } from '@k12/contracts/ai/gateway';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GatewayConfig } from './config.ts';
import { sendEventStream } from './event-stream.ts';
import { generate, generateStream } from './generate.ts';
import type { Log } from './log.ts';
import { installProblemReplies, Problem } from './problem.ts';
import { listProviders } from './providers.ts';
import { version } from './version.ts';

const wellFormedRequestId = /^[A-Za-z0-9-]{8,64}$/;
const maxBodyBytes = 512 * 1024;
const maxAtOnce = 64;

export function createApp(config: GatewayConfig, log: Log): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && wellFormedRequestId.test(given) ? given : randomUUID();
    },
  }) as unknown as FastifyInstance;
  app.removeContentTypeParser('text/plain');
  installProblemReplies(app);
  logRequests(app);

  app.get('/v1/health', async () => GatewayHealth.parse({ status: 'ok', service: 'ai_gateway', version }));
  const signedIn = { onRequest: requireToken(config.token) };
  app.get('/v1/providers', signedIn, async () => GatewayProviders.parse(listProviders(config)));
  let underWay = 0;
  app.post('/v1/generate', signedIn, async (request, reply) => {
    const body = parseBody(request.body);
    if (underWay >= maxAtOnce)
      throw new Problem('unavailable', 'Too many answers are being written at this moment.');
    underWay += 1;
    try {
      request.log.info({ request_id: request.id, purpose: body.purpose, streamed: body.stream }, 'generate');
      if (body.stream) return await sendEventStream(reply, generateStream(body));
      return GenerateReply.parse(await generate(body));
    } finally {
      underWay -= 1;
    }
  });
  return app;
}

/** Both sides are hashed first, so the time taken tells neither length nor content. */
function requireToken(token: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return async (request: FastifyRequest) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected))
      throw new Problem('token.invalid');
  };
}

function parseBody(body: unknown): GenerateRequest {
  const parsed = GenerateRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    pointer: ['', ...issue.path.map(String)].join('/'),
    code: issue.code === 'unrecognized_keys' ? 'unknown_field' : issue.code,
    detail: issue.message,
  }));
  throw new Problem('request.invalid', undefined, errors);
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const level = request.routeOptions.url === '/v1/health' ? 'debug' : 'info';
    request.log[level](
      {
        request_id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}
