import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * What a browser needs of the declarations: name, method and path of each operation, the options of enums, and
 * plain constants. The
 * schemas stay on the server, which alone decides what is valid; they would be 90 kB of every page. The package's
 * `browser` condition leads here, so pages import the same names and the compiler still sees the full types.
 */
export const browserFolder = fileURLToPath(new URL('../browser', import.meta.url));
const sourceFolder = fileURLToPath(new URL('../src', import.meta.url));

const serverOnly = new Set([
  'openapi.ts',
  'openapi-schemas.ts',
  'yaml.ts',
  'endpoints.ts',
  'problem-body.ts',
]);
const index = ['client', 'endpoint', 'errors', 'identity/capabilities', 'rates'];

/** Path below `browser/` → text. */
export async function browserModules(): Promise<Map<string, string>> {
  const modules = new Map<string, string>();
  modules.set('index.ts', index.map((name) => `export * from './${name}.ts';\n`).join(''));
  for (const file of globSync('**/*.ts', { cwd: sourceFolder }).sort()) {
    if (serverOnly.has(file) || file === 'index.ts') continue;
    modules.set(file, usesSchemas(join(sourceFolder, file)) ? await lightModule(file) : wholeModule(file));
  }
  return modules;
}

/** Nothing in it loads the schema library: the browser gets the module as it is. */
function wholeModule(file: string): string {
  const up = relative(dirname(join('browser', file)), join('src', file));
  return `export * from '${up}';\n`;
}

async function lightModule(file: string): Promise<string> {
  const exported = (await import(join(sourceFolder, file))) as Record<string, unknown>;
  const names = Object.entries(exported).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = names.flatMap(([name, value]) => {
    const light = lightValue(value);
    return light === undefined ? [] : [`export const ${name} = ${JSON.stringify(light)};\n`];
  });
  return lines.length > 0 ? lines.join('') : 'export {};\n';
}

function lightValue(value: unknown): unknown {
  if (value instanceof z.ZodEnum) return { options: value.options };
  if (typeof value === 'function' || value instanceof z.ZodType || value instanceof Set) return undefined;
  if (typeof value === 'object' && value !== null && 'replies' in value && 'path' in value) {
    const { name, method, path } = value as unknown as Record<string, string>;
    return { name, method, path };
  }
  return value;
}

function usesSchemas(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gms)].map(
    (match) => match[1] ?? '',
  );
  return imports.some(
    (from) => from === 'zod' || (from.startsWith('.') && usesSchemas(resolve(dirname(file), from), seen)),
  );
}

/** Only what differs is touched: a running web app watches this folder. */
async function write(): Promise<void> {
  const modules = await browserModules();
  for (const file of globSync('**/*.ts', { cwd: browserFolder })) {
    if (!modules.has(file)) rmSync(join(browserFolder, file));
  }
  for (const [file, body] of modules) {
    const path = join(browserFolder, file);
    const text = `// Generated from src by scripts/browser.ts. Do not edit.\n${body}`;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (import.meta.main) await write();
