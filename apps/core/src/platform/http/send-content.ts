import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { readRange, type Span } from '../files/byte-range.ts';

export interface StoredContent {
  size_bytes: number;
  /** The content never changes under its id, so this names it for good. */
  sha256: Buffer;
  open: (span?: Span) => Promise<Readable>;
}

/** Sends stored bytes, or the stretch of them that was asked for, so that players can seek and downloads go on. */
export async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  { size_bytes, sha256, open }: StoredContent,
): Promise<void> {
  const tag = `"${sha256.toString('hex')}"`;
  const { range, 'if-range': condition } = request.headers;
  const isSame = condition === undefined || condition === tag;
  const span = isSame ? readRange(range, size_bytes) : null;
  if (span === 'outside') {
    reply.header('content-range', `bytes */${size_bytes}`);
    throw new Problem('range_not_satisfiable');
  }
  const content = await open(span ?? undefined);
  reply.headers({ 'accept-ranges': 'bytes', etag: tag });
  reply.header('content-length', String(span ? span.end - span.start + 1 : size_bytes));
  if (span) reply.status(206).header('content-range', `bytes ${span.start}-${span.end}/${size_bytes}`);
  reply.send(content);
}
