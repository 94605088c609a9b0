import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 43;
const checksumLength = 6;
const shape = new RegExp(`^k12_[0-9A-Za-z]{${randomLength + checksumLength}}$`);

export const tokenPrefix = 'k12_';

/** `k12_`, 256 random bits and a checksum, by which secret scanners tell a token from a look-alike (IDN-88). */
export function newTokenText(): string {
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${tokenPrefix}${random}${checksum(random)}`;
}

export function isTokenText(text: string): boolean {
  if (!shape.test(text)) return false;
  const body = text.slice(tokenPrefix.length);
  return checksum(body.slice(0, randomLength)) === body.slice(randomLength);
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let at = 0; at < checksumLength; at++) {
    digits = alphabet[rest % alphabet.length] + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}
