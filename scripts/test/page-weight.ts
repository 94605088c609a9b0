import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type PageWeight = { page: string; kilobytes: number; chunks: string[] };
export type Read = (file: string) => Buffer;

const MANIFEST = 'page_client-reference-manifest.js';

/** What the browser loads with a page at first; what a page loads later on demand is not in these manifests. */
export function pageWeights(build: string, read: Read): { framework: number; pages: PageWeight[] } {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(read(path.join(build, file))).length / 1024;
    sizes.set(file, size);
    return size;
  };
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0);

  const { rootMainFiles } = JSON.parse(read(path.join(build, 'build-manifest.json')).toString()) as {
    rootMainFiles: string[];
  };
  const framework = new Set(rootMainFiles);
  const app = path.join(build, 'server/app');
  const manifests = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === MANIFEST,
  );
  const pages = manifests.map((file) => {
    const own = entryFiles(read(path.join(app, file)).toString()).filter((chunk) => !framework.has(chunk));
    return {
      page: `/${path.dirname(file)}`.replace('/.', '/'),
      kilobytes: sum(new Set(own)),
      chunks: [...new Set(own)],
    };
  });
  return { framework: sum(framework), pages: pages.sort((left, right) => right.kilobytes - left.kilobytes) };
}

/** The manifest is a script that assigns one JSON object: layouts and page of the route with their first chunks. */
function entryFiles(script: string): string[] {
  const json = /\] = (\{.*\});?\s*$/s.exec(script)?.[1];
  if (!json)
    throw new Error(
      'The client manifest of this Next version is not understood; adapt scripts/test/page-weight.ts.',
    );
  const { entryJSFiles } = JSON.parse(json) as { entryJSFiles: Record<string, string[]> };
  return Object.values(entryJSFiles).flat();
}
