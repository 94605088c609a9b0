import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface S3Credentials {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

interface StoredObject {
  content: Buffer;
  content_type: string;
}

/** An S3-compatible store as far as single objects go: path-style addresses, signature version 4, XML errors. */
export async function startS3Server(bucket: string, credentials: S3Credentials) {
  const objects = new Map<string, StoredObject>();
  let isBroken = false;
  const server = createServer(async (request, response) => {
    try {
      const raw = await readAll(request);
      if (isBroken) return fail(response, 503, 'SlowDown');
      if (!isSignedBy(request, credentials)) return fail(response, 403, 'SignatureDoesNotMatch');
      const { pathname } = new URL(request.url ?? '/', 'http://s3');
      const [, name = '', ...rest] = pathname.split('/');
      if (name !== bucket) return fail(response, 404, 'NoSuchBucket');
      serve(request, response, objects, { key: decodeURIComponent(rest.join('/')), raw });
    } catch (error) {
      fail(response, 400, (error as Error).message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  afterAll(stop);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    stop,
    break(next: boolean) {
      isBroken = next;
    },
  };
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, StoredObject>,
  { key, raw }: { key: string; raw: Buffer },
): void {
  if (request.method === 'PUT') {
    const content = contentOf(request, raw);
    const md5 = createHash('md5').update(content).digest('hex');
    objects.set(key, { content, content_type: request.headers['content-type'] ?? 'binary/octet-stream' });
    return void response.writeHead(200, { etag: `"${md5}"` }).end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (!found) return void fail(response, 404, 'NoSuchKey');
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const content = start ? found.content.subarray(Number(start), Number(end) + 1) : found.content;
  const type = { 'content-type': found.content_type, 'content-length': content.length };
  response.writeHead(start ? 206 : 200, type);
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Streams arrive in signed or trailing-checksum chunks: length in hex, content, and so on to an empty one. */
function contentOf({ headers }: IncomingMessage, raw: Buffer): Buffer {
  const isChunked = String(headers['x-amz-content-sha256']).startsWith('STREAMING-');
  const content = isChunked ? unchunk(raw) : raw;
  const declared = headers['x-amz-decoded-content-length'] ?? headers['content-length'];
  if (declared !== undefined && Number(declared) !== content.length) throw new Error('IncompleteBody');
  return content;
}

function unchunk(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.toString('latin1', at, end), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/** Signature version 4, as the service checks it: over method, path, query, the headers named, and the payload's hash. */
function isSignedBy(
  request: IncomingMessage,
  { region, accessKeyId, secretAccessKey }: S3Credentials,
): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, key, day, at, names = '', signature] = form.exec(request.headers.authorization ?? '') ?? [];
  if (key !== accessKeyId || at !== region || !day) return false;
  const url = new URL(request.url ?? '/', 'http://s3');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, digest].join('\n');
  const sign = (secret: string | Buffer, part: string) => createHmac('sha256', secret).update(part).digest();
  const signing = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(sign, `AWS4${secretAccessKey}`);
  return createHmac('sha256', signing).update(text).digest('hex') === signature;
}

function fail(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
