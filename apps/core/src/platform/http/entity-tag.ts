import { createHash } from 'node:crypto';
import type { EndpointDeclaration } from '@k12/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid } from '../errors.ts';

/**
 * The tag begins with the record's `lock_version`, which is all a write needs (INT-140). The hash behind it covers
 * what may change without the record: counts, and what the caller may do with it.
 */
export function entityTag(text: string, lockVersion: unknown): string {
  const hash = createHash('sha1').update(text).digest('base64url').slice(0, 12);
  return typeof lockVersion === 'number' ? `"${lockVersion}.${hash}"` : `"${hash}"`;
}

/** Sets the tag; true when the client already holds this very answer. */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  body: unknown,
): boolean {
  const tag = entityTag(text, (body as { lock_version?: unknown } | null)?.lock_version);
  reply.header('etag', tag);
  const known = request.headers['if-none-match'];
  if (!known) return false;
  const weak = (value: string) => value.trim().replace(/^W\//, '');
  return known.split(',').some((value) => weak(value) === tag || value.trim() === '*');
}

/** If-Match may carry the version that a body or query declares as `lock_version`. */
export function withIfMatch(
  request: FastifyRequest,
  endpoint: EndpointDeclaration,
  part: 'body' | 'query',
): unknown {
  const value = request[part];
  const header = request.headers['if-match'];
  if (header === undefined || header === '*' || !declaresVersion(endpoint[part])) return value;
  const version = /^\s*(?:W\/)?"(\d{1,9})(?:\.[\w-]*)?"\s*$/.exec(header)?.[1];
  if (version === undefined) {
    throw invalid('/headers/if-match', 'invalid_entity_tag', 'This is not an entity tag of this record.');
  }
  const given = value ?? {};
  if (typeof given !== 'object' || Array.isArray(given) || 'lock_version' in given) return value;
  return { ...given, lock_version: Number(version) };
}

function declaresVersion(schema: EndpointDeclaration['body']): boolean {
  const shape = (schema as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape !== undefined && 'lock_version' in shape;
}
