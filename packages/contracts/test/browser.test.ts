import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserFolder, browserModules } from '../scripts/browser.ts';

test('UXP-106 the browser modules are what the declarations say; `npm run generate` writes them', async () => {
  const modules = await browserModules();
  for (const [file, text] of modules) {
    const path = join(browserFolder, file);
    expect(existsSync(path), file).toBe(true);
    expect(readFileSync(path, 'utf8'), file).toContain(text);
  }
  expect(globSync('**/*.ts', { cwd: browserFolder }).sort()).toEqual([...modules.keys()].sort());
});

test('UXP-106 no browser module loads the schema library', async () => {
  for (const [file, text] of await browserModules()) expect(text, file).not.toContain("'zod'");
});
