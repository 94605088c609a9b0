import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Which texts each page and layout can show: the areas named by `useTranslations` in every module it reaches, those it
 * loads later included. The list is committed, so that a page's texts are known without reading sources.
 */
export const pageTextsFile = resolve(import.meta.dirname, '../src/lib/page-texts.generated.ts');
const source = resolve(import.meta.dirname, '../src');
const app = join(source, 'app');
const english = resolve(import.meta.dirname, '../messages/en');
const areas = readdirSync(english).map((file) => file.replace('.json', ''));

interface Module {
  imports: string[];
  names: string[];
}

const modules = new Map<string, Module>();

function moduleAt(file: string): Module {
  const known = modules.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const read = { imports: importsOf(text, file), names: namesIn(text) };
  modules.set(file, read);
  return read;
}

/** Fixed and later imports inside this app; types are gone at run time, packages show no texts of their own. */
function importsOf(text: string, file: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s(?!type\s)[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
  );
  return [...found].flatMap(([, fixed, later]) => {
    const to = fixed ?? later ?? '';
    const target = to.startsWith('@/') ? join(source, to.slice(2)) : resolve(dirname(file), to);
    return /^(@\/|\.)/.test(to) && /\.tsx?$/.test(to) && existsSync(target) ? [target] : [];
  });
}

/** Exported for its test: an area, a part of one, or, where the whole is taken, the areas its keys begin with. */
export function namesIn(text: string): string[] {
  const named = [...text.matchAll(/useTranslations\(\s*'([^']+)'/g)].map(([, name]) => name ?? '');
  if (!/useTranslations\(\s*\)/.test(text)) return named;
  const begun = [...text.matchAll(/['`]([\w-]+)\.[\w.$]/g)].map(([, area]) => area ?? '');
  return [...named, ...begun.filter((area) => areas.includes(area))];
}

function reachedFrom(file: string): Set<string> {
  const seen = new Set([file]);
  for (const at of seen) for (const next of moduleAt(at).imports) seen.add(next);
  return new Set([...seen].flatMap((at) => moduleAt(at).names));
}

const folderOf = (file: string) => dirname(file).replaceAll('\\', '/');

/** `/admin/users` for a page, `/teach/courses/[courseId]/layout` for a layout; groups of the app folder stay in layouts. */
function placeOf(file: string): string {
  if (file.endsWith('layout.tsx')) return `/${file.replaceAll('\\', '/').replace('.tsx', '')}`;
  return `/${folderOf(file).replace(/\(.*?\)\/?/g, '')}`;
}

export function pageTexts(): Record<string, string[]> {
  modules.clear();
  const files = globSync('**/{page,layout}.tsx', { cwd: app }).sort();
  const layouts = files.filter((file) => file.endsWith('layout.tsx'));
  const reached = new Map(files.map((file) => [file, reachedFrom(join(app, file))]));
  // A layout gives whole areas: what a page adds to them never has to be merged key by key.
  for (const layout of layouts)
    reached.set(layout, new Set([...(reached.get(layout) ?? [])].map((name) => name.replace(/\..*/, ''))));
  const around = (file: string) =>
    layouts.filter((layout) => layout !== file && `${folderOf(file)}/`.startsWith(`${folderOf(layout)}/`));
  return Object.fromEntries(
    files.flatMap((file) => {
      const given = around(file).flatMap((layout) => [...(reached.get(layout) ?? [])]);
      const own = withoutParts([...(reached.get(file) ?? [])], given);
      return own.length > 0 ? [[placeOf(file), own]] : [];
    }),
  );
}

/** What neither a layout around it has nor a larger part of the same area. */
function withoutParts(names: string[], given: string[]): string[] {
  const wholes = new Set([...names, ...given]);
  const isPart = (name: string) =>
    name.split('.').some((_, at, parts) => at > 0 && wholes.has(parts.slice(0, at).join('.')));
  return names.filter((name) => !given.includes(name) && !isPart(name)).sort();
}

export function pageTextsModule(): string {
  const lines = Object.entries(pageTexts()).map(([place, names]) => `  '${place}': '${names.join(' ')}',\n`);
  return `// Written by apps/web/scripts/write-page-texts.ts: run \`npm run generate\`.\nexport const pageTexts: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}
