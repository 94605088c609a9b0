import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');

/** A browser gets the options of a list of words and nothing else of its schema, though the compiler sees it whole. */
test('UXP-106 (light declarations) pages ask nothing of a schema but its options', () => {
  const asked = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['**/*.test.*'] }).flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const names = [...text.matchAll(/import \{([^}]+)\} from '@k12\/contracts/g)]
      .flatMap(([, list]) => list?.split(',') ?? [])
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name));
    return names.flatMap((name) =>
      [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
        .filter(([, member]) => member !== 'options')
        .map(([use]) => `${file}: ${use}`),
    );
  });
  expect(asked).toEqual([]);
});
