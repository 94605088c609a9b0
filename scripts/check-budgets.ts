// The JavaScript each page makes a browser fetch, gzipped, beyond what the framework itself needs (UXP-106).
// Heavy parts come on demand (UXP-107). Read from the manifests of the production build, so it needs no server and no browser.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';
import { heavyFaults } from './test/heavy-parts.ts';
import { budgetOf } from './test/page-budgets.ts';
import { pageWeights } from './test/page-weight.ts';

const build = path.join(root, 'apps/web/.next');

if (!existsSync(path.join(build, 'BUILD_ID'))) {
  console.error('There is no production build of the web app: npm test -- build');
  process.exitCode = 1;
} else {
  const { framework, pages } = pageWeights(build, (file) => readFileSync(file));
  console.log(`framework  ${framework.toFixed(1)} kB gzip, shared by every page`);
  for (const { page, kilobytes } of pages) {
    const limit = budgetOf(page);
    const verdict = kilobytes <= limit ? '' : `  OVER ITS BUDGET of ${limit} kB`;
    console.log(`${kilobytes.toFixed(1).padStart(9)} kB  ${page}${verdict}`);
    if (kilobytes > limit) process.exitCode = 1;
  }
  for (const fault of heavyFaults(build, pages, (file) => readFileSync(file))) {
    console.error(fault);
    process.exitCode = 1;
  }
}
