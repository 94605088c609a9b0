import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { compile } from '@tailwindcss/node';
import { Scanner } from '@tailwindcss/oxide';
import { build } from 'esbuild';

const here = import.meta.dirname;
const source = join(here, '../src');

const fontFiles = {
  inter: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  arabic: '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
};

const fontFaces = [
  ['Inter Variable', '/inter'],
  ['Source Serif 4 Variable', '/serif'],
  ['Noto Sans Arabic Variable', '/arabic'],
].map(
  ([family, url]) =>
    `@font-face{font-family:'${family}';src:url(${url}) format('woff2');font-weight:200 900}`,
);

async function buildStyles(): Promise<string> {
  const css = await readFile(join(source, 'styles.css'), 'utf8');
  return fontFaces.join('\n') + (await compileStyles(css, source));
}

/** A sheet with the classes that its sources use. */
export async function compileStyles(css: string, base: string): Promise<string> {
  const compiler = await compile(css, { base, onDependency: () => {} });
  return compiler.build(new Scanner({ sources: compiler.sources }).scan());
}

async function buildScript(): Promise<string> {
  const result = await build({
    entryPoints: [join(here, 'page.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logOverride: { 'unsupported-directive': 'silent' },
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Design system</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"></head>
<body><div id="root"></div><script type="module" src="/page.js"></script></body></html>`;

let built: Promise<[css: string, script: string]> | undefined;

/** Serves one static page that holds every example of the documentation. */
export async function servePage(): Promise<{ url: string; css: string; close: () => Promise<void> }> {
  // The files of tests that run one after the other in a process share what was built.
  built ??= Promise.all([buildStyles(), buildScript()]);
  const [css, script] = await built;
  const fonts = await Promise.all(
    Object.entries(fontFiles).map(async ([name, path]) => {
      const file = new URL(import.meta.resolve(path));
      return [`/${name}`, { type: 'font/woff2', body: await readFile(file) }] as const;
    }),
  );
  const files = new Map<string, { type: string; body: string | Buffer }>([
    ['/', { type: 'text/html', body: html }],
    ['/page.css', { type: 'text/css', body: css }],
    ['/page.js', { type: 'text/javascript', body: script }],
    ...fonts,
  ]);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    css,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
