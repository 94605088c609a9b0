// Our own source files, relative to the root; folders that are installed, built or written while running are left out.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);

export function sourceFiles(pattern = /\.(ts|tsx|mjs|cjs)$/, base = root): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(base, folder), { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name) || entry.name.startsWith('.')) continue;
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(name);
      else if (pattern.test(entry.name)) found.push(name);
    }
  };
  walk('');
  return found.sort();
}
