import { expect, test } from 'vitest';
import { isOutdatedSeal, seal, unseal } from './sealed.ts';

const first = 'first key of thirty-two characters';
const second = 'second key of thirty-two characters';

test('IDN-110 a sealed secret opens only with its key and in its place', () => {
  const sealed = seal(first, 'totp:somebody', 'JBSWY3DPEHPK3PXP');
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(unseal(first, 'totp:somebody', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(() => unseal(first, 'totp:somebody else', sealed)).toThrow();
  expect(() => unseal(second, 'totp:somebody', sealed)).toThrow('No encryption key');
  expect(seal(first, 'totp:somebody', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
});

test('IDN-110 a rotated key still opens what the former one sealed and asks to seal it again', () => {
  const sealed = seal(first, 'totp:somebody', 'JBSWY3DPEHPK3PXP');
  const rotated = `${second},${first}`;
  expect(unseal(rotated, 'totp:somebody', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(isOutdatedSeal(rotated, sealed)).toBe(true);
  expect(isOutdatedSeal(rotated, seal(rotated, 'totp:somebody', 'x'))).toBe(false);
});
