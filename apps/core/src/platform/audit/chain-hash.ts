import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** Everything that an event says; all of it is covered by its hash. */
export interface ChainedEvent {
  id: string;
  occurred_at: string;
  action: string;
  outcome: string;
  actor_kind: string;
  actor_id: string | null;
  on_behalf_of: string | null;
  target_type: string | null;
  target_id: string | null;
  school_id: string | null;
  changes: unknown;
  reason: string | null;
  ip: string | null;
  request_id: string | null;
}

/** What number 1 follows upon: differs by tenant, so that chains cannot be exchanged. */
export function firstHash(tenantId: string): Buffer {
  return createHash('sha256').update(`homeroom audit chain of ${tenantId}`).digest();
}

/** The hash of an event covers its place and the event before it (PRV-122). */
export function chainHash(previous: Buffer, number: number, event: ChainedEvent): Buffer {
  const fields = [
    number,
    event.id,
    event.occurred_at,
    event.action,
    event.outcome,
    event.actor_kind,
    event.actor_id,
    event.on_behalf_of,
    event.target_type,
    event.target_id,
    event.school_id,
    sorted(event.changes),
    event.reason,
    event.ip,
    event.request_id,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** The same text for the same value, however the database orders its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

export interface Closing {
  tenant_id: string;
  number: number;
  hash: string;
  closed_at: string;
}

/** The wrapper of a raw Ed25519 seed (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(secret: string) {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'homeroom audit closings', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** With a key that lies outside the database, so that who rewrites the chain cannot rewrite its closings. */
export function signClosing(secret: string, closing: Closing): Buffer {
  return sign(null, bytes(closing), signingKey(secret));
}

export function isSigned(secret: string, closing: Closing, signature: Buffer): boolean {
  return verify(null, bytes(closing), createPublicKey(signingKey(secret)), signature);
}

function bytes({ tenant_id, number, hash, closed_at }: Closing): Buffer {
  return Buffer.from(JSON.stringify([tenant_id, number, hash, closed_at]));
}
