import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface RefreshClaims {
  tenant_id: string;
  device_id: string;
  /** Rises with each refresh; any but the current one is spent (IDN-92). */
  generation: number;
}

const prefix = 'k12r_';
const idBytes = 16;
const claimsBytes = idBytes * 2 + 4 + 16;

/** Signed, so that a spent token is recognised as one of the family without keeping a row for each. */
export function signRefreshToken(key: string, claims: RefreshClaims): string {
  const generation = Buffer.alloc(4);
  generation.writeUInt32BE(claims.generation);
  const body = Buffer.concat([
    toBytes(claims.tenant_id),
    toBytes(claims.device_id),
    generation,
    randomBytes(16),
  ]);
  return prefix + Buffer.concat([body, signature(key, body)]).toString('base64url');
}

export function readRefreshToken(key: string, token: string): RefreshClaims | null {
  if (!token.startsWith(prefix)) return null;
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  if (bytes.length !== claimsBytes + 32) return null;
  const body = bytes.subarray(0, claimsBytes);
  if (!timingSafeEqual(signature(key, body), bytes.subarray(claimsBytes))) return null;
  return {
    tenant_id: toUuid(body.subarray(0, idBytes)),
    device_id: toUuid(body.subarray(idBytes, idBytes * 2)),
    generation: body.readUInt32BE(idBytes * 2),
  };
}

function signature(key: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update('refresh token:').update(body).digest();
}

function toBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function toUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
