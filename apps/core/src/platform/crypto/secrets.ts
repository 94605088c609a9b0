import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits; the database only ever sees the hash (IDN-78). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** E-mail addresses and usernames are looked up across tenants by a keyed hash, so the directory names nobody. */
export function hashIdentifier(key: string, identifier: string): Buffer {
  return createHmac('sha256', key)
    .update(`identifier:${normalizeIdentifier(identifier)}`)
    .digest();
}

export function normalizeIdentifier(identifier: string): string {
  return identifier.trim().normalize('NFKC').toLowerCase();
}
