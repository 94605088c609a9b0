/** Control characters, what separates paths anywhere, and what turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are to go
const unsafe = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Names that mean a device to some file systems. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 100;

/** One step of a path as every file system takes it: never empty, never upwards, its ending kept (IDN-106). */
export function safeName(words: string): string {
  const plain = words
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = device.test(plain) ? `_${plain}` : plain;
  if (named === '') return '_';
  if (named.length <= longest) return named;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(named)?.[0] ?? '';
  return `${[...named].slice(0, longest - ending.length).join('')}${ending}`;
}

export interface NameFacts {
  student: string;
  family_name: string;
  given_name: string;
  attempt: string;
  file: string;
}

/** The path of a file by the pattern somebody chose; what is not known in it stays as it is typed. */
export function pathOf(pattern: string, facts: NameFacts): string {
  const whole = pattern.includes('{file}') ? pattern : `${pattern}/{file}`;
  return whole
    .split('/')
    .filter((step) => step.trim() !== '')
    .map((step) =>
      safeName(step.replace(/\{(\w+)\}/g, (typed, name: string) => facts[name as keyof NameFacts] ?? typed)),
    )
    .join('/');
}

/** The same path twice would hide a file, also where capitals are not told apart. */
export function uniquePath(path: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? path : path.replace(/(\.[A-Za-z0-9]{1,8})?$/, ` (${number})$1`);
    const key = next.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return next;
  }
}
