import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { PageWeight, Read } from './page-weight.ts';

/** Words that only these parts hold, whatever a build makes of their code: they come when somebody asks for them (UXP-107). */
const heavyParts: Readonly<Record<string, RegExp>> = {
  'rich text editor': /ProseMirror-widget/,
  equations: /katex-html/,
  'drag and drop': /DndLiveRegion/,
  'QR codes': /too big to be stored in a QR Code/,
};

/** What is wrong: a heavy part that comes with a page, or one that this check would no longer recognise. */
export function heavyFaults(build: string, pages: readonly PageWeight[], read: Read): string[] {
  const chunks = readdirSync(path.join(build, 'static'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.posix.join('static', file.replaceAll('\\', '/')));
  return Object.entries(heavyParts).flatMap(([part, words]) => {
    const holders = new Set(chunks.filter((file) => words.test(read(path.join(build, file)).toString())));
    if (holders.size === 0) return [`${part}: in no chunk of this build; adapt scripts/test/heavy-parts.ts`];
    return pages
      .filter(({ chunks: first }) => first.some((file) => holders.has(file)))
      .map(({ page }) => `${part}: comes with ${page} before anybody asks for it`);
  });
}
