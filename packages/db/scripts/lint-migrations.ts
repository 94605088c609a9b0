import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadModule } from 'libpg-query';
import { type MigrationFile, readMigrations } from '../src/migration-files.ts';
import { type Finding, projectFindings, readStatements } from './migration-rules.ts';

export type { Finding } from './migration-rules.ts';

export interface Exemption {
  file: string;
  rule: string;
  reason: string;
}

export interface LintResult {
  findings: Finding[];
  /** For the release notes: every rule that a step was allowed to break, and why. */
  exemptions: Exemption[];
}

const squawk = join(
  dirname(createRequire(import.meta.url).resolve('squawk-cli/package.json')),
  'js/bin/squawk',
);

const notForUs = [
  'require-lock-timeout', // the migrator sets it for every step (OPS-88)
  'require-statement-timeout', // a step ends when its work is done; waiting is limited by the lock timeout
  'prefer-bigint-over-int', // counters and lock versions never come near the limit
  'prefer-robust-stmts', // a step runs in a transaction and is recorded, so it is never run over half of itself
];

/** Every hazard in the migrations of a folder, except those a file is exempt from with a reason (OPS-90). */
export async function lintMigrations(folder?: string): Promise<LintResult> {
  await loadModule();
  const files = readMigrations(folder);
  const exemptions = files.flatMap(readExemptions);
  const all = [
    ...files.flatMap(projectFindings),
    ...generalFindings(
      files.filter(({ in_transaction }) => in_transaction),
      ['--assume-in-transaction'],
    ),
    ...generalFindings(
      files.filter(({ in_transaction }) => !in_transaction),
      [],
    ),
  ];
  const matches =
    (finding: Finding) =>
    ({ file, rule }: Exemption) =>
      file === finding.file && rule === finding.rule;
  return {
    findings: [
      ...all.filter((finding) => !exemptions.some(matches(finding))),
      ...exemptions
        .filter(({ reason }) => reason.length < 20)
        .map(({ file, rule }) => ({
          file,
          rule: 'exemption-form',
          message: `${rule}: the exemption gives no reason`,
        })),
      ...exemptions
        .filter((exemption) => !all.some((finding) => matches(finding)(exemption)))
        .map(({ file, rule }) => ({
          file,
          rule: 'exemption-form',
          message: `${rule}: nothing here needs the exemption`,
        })),
    ],
    exemptions,
  };
}

function readExemptions({ name, sql }: MigrationFile): Exemption[] {
  return [...sql.matchAll(/^--\s*lint-exempt:\s*([\w-]+)[ \t]*:?[ \t]*(.*)$/gm)].map(
    ([, rule = '', reason = '']) => ({
      file: name,
      rule,
      reason: reason.trim(),
    }),
  );
}

function generalFindings(files: MigrationFile[], flags: string[]): Finding[] {
  if (files.length === 0) return [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const excluded = notForUs.map((rule) => `--exclude=${rule}`);
  const args = [
    squawk,
    '--reporter',
    'json',
    '--pg-version',
    '15.0',
    ...excluded,
    ...flags,
    ...byPath.keys(),
  ];
  const { stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (error || !stdout.startsWith('['))
    throw new Error(`The migration lint did not run: ${error?.message ?? stderr}`);
  const found = JSON.parse(stdout) as { file: string; line: number; message: string; rule_name: string }[];
  return found.flatMap(({ file: path, line, message, rule_name }) => {
    const file = byPath.get(path);
    if (!file || isVendorLine(file, line + 1)) return [];
    return [{ file: file.name, rule: rule_name, message: `line ${line + 1}: ${message}` }];
  });
}

function isVendorLine({ sql }: MigrationFile, line: number): boolean {
  return readStatements(sql).some(
    ({ first_line, last_line, of_vendor }) => of_vendor && first_line <= line && line <= last_line,
  );
}

if (import.meta.main) {
  const { findings, exemptions } = await lintMigrations();
  for (const { file, rule, message } of findings) console.error(`${file}: ${rule}: ${message}`);
  if (exemptions.length > 0) console.log('Exemptions, for the release notes:');
  for (const { file, rule, reason } of exemptions) console.log(`- ${file}: ${rule}: ${reason}`);
  if (findings.length > 0) process.exitCode = 1;
  else console.log('The migrations are safe to run on a database in use.');
}
