// npm run doctor   looks at everything that can keep Homeroom from starting; exit code 1 when something does.
import {
  checkChromium,
  checkDisk,
  checkInstall,
  checkLock,
  checkLogs,
  checkNode,
  checkPermissions,
  checkPorts,
  checkSettings,
  type Finding,
} from './doctor/checks.ts';
import { loadDotEnv } from './launcher/environment.ts';
import { instancePaths } from './launcher/paths.ts';

loadDotEnv();
const paths = instancePaths();
const findings: Finding[] = [
  checkNode(),
  checkInstall(),
  checkDisk(paths.home),
  checkPermissions(paths.home),
  checkLock(paths),
  checkSettings(paths),
  await checkPorts(paths),
  checkChromium(),
  ...checkLogs(paths),
];

const signs = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' };
for (const { level, what, cure } of findings) {
  console.log(`  ${signs[level]}  ${what}${cure && level !== 'ok' ? `\n           cure: ${cure}` : ''}`);
}
const problems = findings.filter(({ level }) => level === 'problem').length;
console.log(
  problems === 0
    ? '\n  Nothing stands in the way of npm start.'
    : `\n  ${problems} to be cured before npm start.`,
);
process.exitCode = problems === 0 ? 0 : 1;
