import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { heavyFaults } from './heavy-parts.ts';
import { pageWeights } from './page-weight.ts';

function build(manifest: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeroom-build-'));
  const write = (file: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  };
  // Random bytes do not shrink, so their gzipped size is known.
  write('static/framework.js', randomBytes(50 * 1024));
  write('static/shell.js', randomBytes(10 * 1024));
  write('static/page.js', randomBytes(20 * 1024));
  write('build-manifest.json', JSON.stringify({ rootMainFiles: ['static/framework.js'] }));
  write('server/app/users/page_client-reference-manifest.js', manifest);
  return folder;
}

const manifest = `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST["/users/page"] = ${JSON.stringify({
  entryJSFiles: {
    layout: ['static/framework.js', 'static/shell.js'],
    page: ['static/shell.js', 'static/page.js'],
  },
})};`;

test('UXP-106 a page weighs its own chunks once, without the framework (part)', () => {
  const folder = build(manifest);
  const { framework, pages } = pageWeights(folder, (file) => readFileSync(file));
  expect(framework).toBeCloseTo(50, 0);
  expect(pages).toMatchObject([{ page: '/users', kilobytes: expect.closeTo(30, 0) }]);
});

test('a manifest of another shape is an error, not a page without weight', () => {
  expect(() => pageWeights(build('something else'), (file) => readFileSync(file))).toThrow(/not understood/);
});

test('UXP-107 a heavy part that comes with a page is named, and so is one that no chunk holds any more', () => {
  const folder = build(manifest);
  const later = 'ProseMirror-widget katex-html DndLiveRegion';
  writeFileSync(path.join(folder, 'static/later.js'), later);
  const { pages } = pageWeights(folder, (file) => readFileSync(file));
  const faults = () => heavyFaults(folder, pages, (file) => readFileSync(file));
  expect(faults()).toEqual([expect.stringMatching(/^QR codes: in no chunk/)]);
  writeFileSync(path.join(folder, 'static/page.js'), 'too big to be stored in a QR Code, katex-html');
  expect(faults()).toEqual([
    'equations: comes with /users before anybody asks for it',
    'QR codes: comes with /users before anybody asks for it',
  ]);
});
