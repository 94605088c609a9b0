import { sensitiveCapabilities } from '@k12/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.ts';
import { createContext, type Platform } from '../context.ts';
import { Problem } from '../errors.ts';
import { recordAudit } from './record-audit.ts';

/** Somebody tried a sensitive operation without the right to it: that is an event too (PRV-119). */
export async function recordRefusal(
  platform: Platform,
  actor: Actor | null,
  request: FastifyRequest,
  error: unknown,
): Promise<void> {
  if (!actor || !(error instanceof Problem) || error.code !== 'forbidden') return;
  const capability = error.details.context?.capability;
  if (typeof capability !== 'string' || !sensitiveCapabilities.has(capability)) return;
  const context = createContext({ platform, actor, request_id: request.id, ip: request.ip });
  await context.withTenant((tx) =>
    recordAudit(tx, context, { action: 'access.refused', outcome: 'refused', changes: { capability } }),
  );
}
