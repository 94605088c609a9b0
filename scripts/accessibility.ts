// Writes what the last walk through the pages found for the public accessibility page. Run after `npm test -- e2e`:
// the walk leaves a note for every page it checked, and nothing here adds to them or leaves a fault out.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';

const notes = path.join(root, '.data/test-results/accessibility');
const target = path.join(root, 'apps/web/src/features/open/accessibility/walk.generated.json');

interface Note {
  route: string;
  checked_on: string;
  engine: string;
  checks: number;
  faults: number;
}

const files = existsSync(notes) ? readdirSync(notes).sort() : [];
if (files.length === 0) {
  console.error('No walk has been made yet. Cure: npm test -- e2e');
  process.exitCode = 1;
} else {
  const found = files.map((file) => JSON.parse(readFileSync(path.join(notes, file), 'utf8')) as Note);
  found.sort((a, b) => (a.route < b.route ? -1 : 1));
  const engine = [...new Set(found.map((note) => note.engine))].join(', ');
  const pages = found.map(({ engine: _, ...page }) => page);
  writeFileSync(target, `${JSON.stringify({ engine, pages }, null, 2)}\n`);
  console.log(`${pages.length} pages, ${pages.reduce((sum, { faults }) => sum + faults, 0)} faults`);
}
