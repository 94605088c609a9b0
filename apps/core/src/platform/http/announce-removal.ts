import type { Removal } from '@k12/contracts';
import type { FastifyReply } from 'fastify';

const documentation = '/docs/api/changes';

/** Whoever calls what will go is told so with every answer (INT-146): RFC 9745, RFC 8594, and where to read on. */
export function announceRemoval(reply: FastifyReply, removal: Removal | undefined): void {
  if (!removal) return;
  const seconds = Date.parse(removal.announced_on) / 1_000;
  reply.header('deprecation', `@${seconds}`);
  reply.header('sunset', new Date(removal.removed_on).toUTCString());
  const links = [`<${documentation}>; rel="deprecation"; type="text/html"`];
  if (removal.instead) links.push(`</api/v1${removal.instead}>; rel="successor-version"`);
  reply.header('link', links.join(', '));
}
