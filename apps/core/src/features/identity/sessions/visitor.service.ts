import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../../platform/context.ts';
import { deviceHashOf } from './session-cookie.service.ts';
import type { Visitor } from './sign-in.service.ts';

export function visitorOf(request: FastifyRequest, platform: Platform): Visitor {
  return {
    request_id: request.id,
    ip: request.ip,
    user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    device_hash: deviceHashOf(request, platform.config),
  };
}
