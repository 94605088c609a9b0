import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.resolve(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
);
const read = (file: string) => readFileSync(path.join(source, file), 'utf8');

/** Repeats that ask nobody anything. */
const clocks: ReadonlySet<string> = new Set(['shell/step-up/idle-dialog.tsx']);

test('UXP-114 nothing is asked again and again by a tab that nobody looks at', () => {
  const repeating = files.filter((file) => /\bsetInterval\(|\brefreshInterval\b/.test(read(file)));
  expect(repeating.length).toBeGreaterThan(5);
  const loud = repeating.filter(
    (file) => !clocks.has(file) && !/visibilityState|document\.hidden/.test(read(file)),
  );
  expect(loud).toEqual([]);
});

test('UXP-114 whoever repeats or listens on window and document also stops', () => {
  const left = files.filter((file) => {
    const text = read(file);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    const starts = count(/\b(window|document)\.addEventListener\(/g);
    const isSignalled = /\bsignal\b/.test(text);
    return (
      (count(/\bsetInterval\(/g) > 0 && count(/\bclearInterval\(/g) === 0) ||
      (starts > count(/\b(window|document)\.removeEventListener\(/g) && !isSignalled)
    );
  });
  expect(left).toEqual([]);
});

test('UXP-108 fonts come with the app, and no page names a host to fetch from', () => {
  const styles = read('app/globals.css');
  expect(styles).not.toMatch(/https?:\/\//);
  const named = files.filter((file) =>
    /(?:src|href|fetch\(|import\()\s*=?\s*\(?['"`{]+https?:\/\//.test(read(file)),
  );
  expect(named).toEqual([]);
});
