import { type ErrorCode, type FieldProblem, problems } from '@k12/contracts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The one error class of the gateway; it becomes an RFC 9457 reply. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly errors: FieldProblem[] | undefined;
  constructor(code: ErrorCode, detail?: string, errors?: FieldProblem[]) {
    super(detail ?? problems[code].title);
    this.name = 'Problem';
    this.code = code;
    this.status = problems[code].status;
    this.errors = errors;
  }
}

export function problemBody(problem: Problem, requestId: string) {
  const { title } = problems[problem.code];
  return {
    type: `/docs/api/errors#${problem.code}`,
    title,
    status: problem.status,
    ...(problem.message === title ? {} : { detail: problem.message }),
    code: problem.code,
    ...(problem.errors ? { errors: problem.errors } : {}),
    request_id: requestId,
  };
}

export function installProblemReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = asProblem(error);
    if (problem.status >= 500)
      request.log.error({ err: error, request_id: request.id, code: problem.code }, 'request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('not_found')));
}

export function sendProblem(reply: FastifyReply, problem: Problem) {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="ai-gateway"');
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, reply.request.id)));
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('request.too_large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('request.unsupported_type');
  if (statusCode !== undefined && statusCode < 500) return new Problem('request.malformed');
  return new Problem('internal');
}
