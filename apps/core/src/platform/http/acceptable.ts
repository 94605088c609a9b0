import type { EndpointDeclaration } from '@k12/contracts';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';

/** 406 only when the client has ruled our form out; a missing or open Accept takes what there is (INT-139). */
export function requireAcceptable(request: FastifyRequest, endpoint: EndpointDeclaration): void {
  const { accept } = request.headers;
  if (accept === undefined || endpoint.stream === 'download') return;
  const form = endpoint.stream === 'events' ? 'text/event-stream' : 'application/json';
  if (!accept.split(',').some((range) => covers(range, form))) throw new Problem('not_acceptable');
}

function covers(range: string, form: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) return false;
  const [group] = form.split('/');
  return type === '*/*' || type === `${group}/*` || type === form || type === 'application/problem+json';
}
