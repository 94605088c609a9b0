import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** The random value of a browser before sign-in, and what its limits count by. `__Host-` demands https (IDN-78). */
export function visitorOf(request: FastifyRequest, config: Config): string | null {
  return request.cookies[config.secure_cookies ? '__Host-homeroom_visitor' : 'homeroom_visitor'] ?? null;
}
