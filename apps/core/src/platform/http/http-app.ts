import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import underPressure from '@fastify/under-pressure';
import { newId } from '@k12/db';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import type { Platform } from '../context.ts';
import { Problem } from '../errors.ts';
import { parseJsonBody } from './json-body.ts';
import { collectAddresses } from './known-addresses.ts';
import { asProblem, installProblemReplies, problemText, sendProblem } from './problem-reply.ts';
import { installRequestLog } from './request-log.ts';

const wellFormedRequestId = /^[A-Za-z0-9-]{8,64}$/;
const maxBodyBytes = 1024 * 1024;
const maxEventLoopDelayMs = 2_000;
/** Answers that must come however busy the process is: they tell the supervisor that it lives. */
const neverShed = new Set(['/up', '/ready', '/metrics']);

/** The bare HTTP server: ids, bodies, cookies, errors. It knows no endpoint. */
export async function createHttpApp(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    trustProxy: platform.config.TRUSTED_PROXIES.split(','),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: 'idle',
    // A request that still arrives while we close is served; its connection ends with it.
    return503OnClosing: false,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && wellFormedRequestId.test(given) ? given : newId();
    },
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendProblem(reply as never, asProblem(error as FastifyError));
    },
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket as Socket),
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  const addresses = collectAddresses(app);
  installRequestLog(app, platform);
  await installHeaders(app, platform);
  await app.register(cookie);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    globalDecompression: false,
    brotliOptions: { params: { 0: 0, 1: 4 } },
  });
  await app.register(underPressure, {
    maxEventLoopDelay: platform.config.production ? maxEventLoopDelayMs : 0,
    pressureHandler: (request) => {
      if (!neverShed.has(request.url)) throw new Problem('unavailable', { retry_after: 2 });
    },
  });
  readJsonOnly(app);
  await app.register(multipart);
  installProblemReplies(app, platform, addresses);
  return app;
}

/** IDN-109. A reply of the API is data: it may load nothing, be framed nowhere and run nothing. */
async function installHeaders(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    strictTransportSecurity: platform.config.secure_cookies
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    xXssProtection: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  });
}

/** Requests that never became one: headers too large, broken lines. Written by hand, because there is no reply yet. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem(
    error.code === 'HPE_HEADER_OVERFLOW' ? 'request.headers_too_large' : 'request.malformed',
  );
  const requestId = newId();
  const body = problemText(problem, requestId);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.message}\r\ncontent-type: application/problem+json\r\n` +
      `x-request-id: ${requestId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** JSON is the body type here; whatever is not declared by an endpoint is 415. Raw bytes are left to be read by it. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.addContentTypeParser(
    ['application/json', 'application/csp-report', 'application/reports+json'],
    { parseAs: 'buffer' },
    (_request, body, done) => {
      try {
        done(null, parseJsonBody(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}
