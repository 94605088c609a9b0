// A file that has grown past the limit is two files: split it by sub-resource (docs/adding-a-feature.md).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';
import { sourceFiles } from './source-files.ts';

const LIMIT = 400;
const TEST_LIMIT = 600;
const GENERATED = /\.generated\.tsx?$|^packages\/db\/src\/types\.ts$/;

export function lengthLimit(file: string): number {
  if (GENERATED.test(file)) return Number.POSITIVE_INFINITY;
  return /\.(test|spec)\.tsx?$/.test(file) ? TEST_LIMIT : LIMIT;
}

export function tooLong(file: string, text: string): string | undefined {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > lengthLimit(file) ? `${file}: ${lines} lines, at most ${lengthLimit(file)}` : undefined;
}

if (import.meta.main) {
  const found = sourceFiles().flatMap(
    (file) => tooLong(file, readFileSync(path.join(root, file), 'utf8')) ?? [],
  );
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}
