import type { FastifyReply } from 'fastify';

interface SavedFile {
  name: string;
  content_type: string;
  size_bytes: number;
}

/** Saved, never opened in our origin (IDN-107). */
export function setFileHeaders(reply: FastifyReply, file: SavedFile): void {
  reply.headers({
    'content-type': file.content_type,
    'content-length': String(file.size_bytes),
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
  });
}
