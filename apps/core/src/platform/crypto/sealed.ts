import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets at rest (IDN-110): AES-256-GCM under a key outside the database. ENCRYPTION_KEY may list several keys,
 * separated by commas: the first seals, all of them open, so a key is rotated by putting the new one in front.
 */
interface SealingKey {
  id: string;
  key: Buffer;
}

const keysOf = new Map<string, SealingKey[]>();

function readKeys(setting: string): SealingKey[] {
  const known = keysOf.get(setting);
  if (known) return known;
  const keys = setting
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const key = Buffer.from(hkdfSync('sha256', part, '', 'homeroom sealed values', 32));
      return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
    });
  keysOf.set(setting, keys);
  return keys;
}

/** `purpose` binds the value to its place: a sealed secret copied to another row does not open there. */
export function seal(encryptionKey: string, purpose: string, value: string): string {
  const [current] = readKeys(encryptionKey);
  if (!current) throw new Error('ENCRYPTION_KEY holds no key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${current.id}.${sealed.toString('base64url')}`;
}

export function unseal(encryptionKey: string, purpose: string, sealed: string): string {
  const [id, text = ''] = sealed.split('.');
  const key = readKeys(encryptionKey).find((candidate) => candidate.id === id);
  if (!key) throw new Error(`No encryption key with id ${id}`);
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, 12)).setAAD(
    Buffer.from(purpose),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}

/** True when the value should be sealed again with the newest key. */
export function isOutdatedSeal(encryptionKey: string, sealed: string): boolean {
  return readKeys(encryptionKey)[0]?.id !== sealed.split('.')[0];
}

/** The key that seals now. */
export function currentKeyId(encryptionKey: string): string {
  return readKeys(encryptionKey)[0]?.id ?? '';
}

export function reseal(encryptionKey: string, purpose: string, sealed: string): string {
  return seal(encryptionKey, purpose, unseal(encryptionKey, purpose, sealed));
}
