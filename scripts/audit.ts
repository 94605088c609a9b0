// Fails on a high or critical advisory in a shipped dependency and on what our own sources may not do
// (OPS-140, IDN-111). An exemption names its reason and ends
// within 30 days: .ci/audit-exemptions.json holds [{ "advisory": "GHSA-…", "reason": "…", "expires_on": "2026-01-31" }].
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exemption, openAdvisories, type Report, whyInvalid } from './audit/advisories.ts';
import { openFindings } from './audit/source-findings.ts';
import { root } from './launcher/paths.ts';
import { sourceFiles } from './source-files.ts';

const exemptions = JSON.parse(
  readFileSync(path.join(root, '.ci/audit-exemptions.json'), 'utf8'),
) as Exemption[];
const now = new Date();
for (const exemption of exemptions) {
  const why = whyInvalid(exemption, now);
  if (why) console.error(`The exemption of ${exemption.advisory} does not count: ${why}.`);
}

const isOfTests = (file: string) =>
  /\.(test|spec)\./.test(file) || /^(apps\/core\/src\/test|packages\/db\/src\/testing|e2e)\//.test(file);
const sources = sourceFiles()
  .filter((file) => !isOfTests(file) && file !== 'scripts/audit/source-findings.ts')
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const findings = openFindings(sources, exemptions, now);
for (const line of findings) console.error(line);
console.log(`${findings.length} findings in ${sources.length} of our own sources.`);
if (findings.length > 0) process.exitCode = 1;

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
const report = parse(stdout);
if (!report?.vulnerabilities) {
  console.log('The advisory service cannot be reached from here: the dependency audit was NOT done.');
} else {
  const open = openAdvisories(report, exemptions, now);
  for (const line of open) console.error(line);
  console.log(`${open.length} high or critical advisories in shipped dependencies.`);
  if (open.length > 0) process.exitCode = 1;
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
