import type { EndpointDeclaration } from '@k12/contracts';
import type { QueryMeter } from '@k12/db';
import type { Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../context.ts';
import { endRequestSpan, readTrace, startRequestSpan, type Trace, traceOf } from '../telemetry/trace.ts';

declare module 'fastify' {
  interface FastifyRequest {
    meter: QueryMeter;
    trace: Trace;
    span: Span;
    /** Known once the caller is; for logs and error counts. */
    tenant_id: string | null;
    user_id: string | null;
  }
  interface FastifyContextConfig {
    endpoint?: EndpointDeclaration;
  }
}

const unknownRoute = 'unknown';

/** One line, one metric and one span for each request (OPS-150 to OPS-153). */
export function installRequestLog(app: FastifyInstance, platform: Platform): void {
  for (const name of ['meter', 'trace', 'span'] as const) app.decorateRequest(name);
  app.decorateRequest('tenant_id', null);
  app.decorateRequest('user_id', null);
  app.addHook('onRequest', async (request, reply) => {
    request.meter = { count: 0, milliseconds: 0 };
    request.trace = readTrace(request.headers.traceparent);
    request.span = startRequestSpan(request.trace, request.method);
    request.trace = traceOf(request.span, request.trace);
    reply.header('x-request-id', request.id);
  });
  app.addHook('onSend', async ({ meter }, reply) => {
    reply.header(
      'server-timing',
      `db;dur=${meter.milliseconds.toFixed(1)};desc="${meter.count}", total;dur=${reply.elapsedTime.toFixed(1)}`,
    );
  });
  app.addHook('onResponse', async (request, reply) => noteResponse(platform, request, reply));
}

function noteResponse(platform: Platform, request: FastifyRequest, reply: FastifyReply): void {
  // A path nobody declared would be a label of its own for every spelling (OPS-152).
  const route = request.routeOptions.url ?? unknownRoute;
  const { method, meter } = request;
  const seconds = reply.elapsedTime / 1000;
  platform.metrics.http_requests.observe({ method, route, status: String(reply.statusCode) }, seconds);
  platform.metrics.db_seconds.observe({ route }, meter.milliseconds / 1000);
  platform.metrics.db_statements.inc(meter.count);
  platform.request_figures.note({
    status: reply.statusCode,
    milliseconds: reply.elapsedTime,
    is_sign_in: request.routeOptions.config.endpoint?.rate === 'sign_in',
  });
  endRequestSpan(request.span, {
    method,
    route,
    status: reply.statusCode,
    db_ms: meter.milliseconds,
    db_count: meter.count,
    request_id: request.id,
  });
  request.log.info(
    {
      trace_id: request.trace.trace_id,
      tenant_id: request.tenant_id,
      user_id: request.user_id,
      method,
      route,
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      db_ms: Math.round(meter.milliseconds * 10) / 10,
      db_count: meter.count,
    },
    'request',
  );
}
