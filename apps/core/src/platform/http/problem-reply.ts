import { problems } from '@k12/contracts';
import { TenantContextMissing } from '@k12/db';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../context.ts';
import { Problem } from '../errors.ts';
import type { KnownAddresses } from './known-addresses.ts';
import { limitRequest } from './limit-requests.ts';

/** The one place where a failure becomes a reply (RFC 9457); causes we did not foresee stay in the log. */
export function installProblemReplies(
  app: FastifyInstance,
  platform: Platform,
  addresses: KnownAddresses,
): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500) noteFailure(platform, request, problem, error);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler(async (request, reply) => {
    await limitRequest(platform, request, reply, undefined, null);
    const methods = addresses.methodsOf(request.url.split('?')[0] ?? '');
    if (methods.length === 0 || methods.includes(request.method))
      return sendProblem(reply, new Problem('not_found'));
    reply.header('allow', methods.join(', '));
    return sendProblem(reply, new Problem('method_not_allowed'));
  });
}

function noteFailure(platform: Platform, request: FastifyRequest, problem: Problem, error: Error): void {
  request.log.error({ err: error, code: problem.code }, 'request failed');
  if (problem.status !== 500) return;
  platform.metrics.unhandled_errors.inc({ kind: 'request' });
  platform.errors.record(error, {
    source: 'core',
    route: request.routeOptions.url ?? null,
    request_id: request.id,
    tenant_id: request.tenant_id,
  });
}

export function sendProblem(reply: FastifyReply, problem: Problem) {
  const { retry_after } = problem.details;
  if (problem.status === 401) reply.header('www-authenticate', 'Session realm="homeroom"');
  if (retry_after !== undefined || problem.status === 503)
    reply.header('retry-after', String(retry_after ?? 5));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(problemText(problem, reply.request.id));
}

export function problemText(problem: Problem, requestId: string): string {
  return JSON.stringify(problemBody(problem, requestId));
}

function problemBody(problem: Problem, requestId: string) {
  const { detail, errors, current, retry_after, context } = problem.details;
  return {
    type: `/docs/api/errors#${problem.code}`,
    title: problems[problem.code].title,
    status: problem.status,
    detail,
    code: problem.code,
    errors,
    request_id: requestId,
    current,
    retry_after,
    context,
  };
}

/** Failures of the framework, the pool and PostgreSQL, in our words. */
export function asProblem(error: FastifyError & { code?: string }): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TenantContextMissing) return new Problem('tenant_context_missing');
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('request.too_large');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not_found');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('request.unsupported_type');
    case '57014': // query_canceled, by statement_timeout
      return new Problem('query_timeout', { retry_after: 10 });
    case '22021': // character_not_in_repertoire: a NUL inside text
    case '22P05':
      return new Problem('request.invalid', {
        detail: 'The request holds a character that cannot be stored.',
      });
    // What the rules let through and only the database knows: a record that is not there, a value taken meanwhile.
    case '23503': // foreign_key_violation
    case '22003': // numeric_value_out_of_range
    case '22008': // datetime_field_overflow
      return new Problem('request.invalid', { detail: 'A value names something that does not exist.' });
    case '23505': // unique_violation
      return new Problem('conflict');
    case '53300': // too_many_connections
    case '57P01': // admin_shutdown
    case '57P03': // cannot_connect_now
    case '57P02': // crash_shutdown
    case '08006': // connection_failure
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EPIPE':
      return new Problem('unavailable', { retry_after: 5 });
  }
  if (
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/.test(
      error.message,
    )
  ) {
    return new Problem('unavailable', { retry_after: 5 });
  }
  if (typeof error.statusCode === 'number' && error.statusCode < 500) return new Problem('request.malformed');
  return new Problem('internal');
}
