/** Letters and digits alone, lower case: `6.RP.A.3` and `6rpa3` are the same code (PLN-85). */
export function normalizeStandardCode(code: string): string {
  return code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const maxKeys = 5;

/**
 * The whole code, and what is left when leading words without a digit are dropped one by one: they name the
 * publisher, and nobody types them. `CCSS.Math.Content.6.RP.A.3` is found as `6rpa3`, `RL.5.1` as `rl51` and `51`.
 */
export function codeKeys(code: string): string[] {
  const parts = code.split(/[.\s:/_|-]+/).filter((part) => normalizeStandardCode(part) !== '');
  const keys = [normalizeStandardCode(code)];
  while (keys.length < maxKeys && parts.length > 1 && !/\p{N}/u.test(parts[0] ?? '')) {
    parts.shift();
    keys.push(normalizeStandardCode(parts.join('')));
  }
  return [...new Set(keys)].filter((key) => key !== '');
}
