import { describe, expect, test } from 'vitest';
import { type Exemption, openAdvisories, whyInvalid } from './audit/advisories.ts';
import { tooLong } from './check-file-length.ts';
import { complete, missingBuilds } from './check-lockfile.ts';
import { playwrightCounts, sum, vitestCounts } from './test/counts.ts';
import { playwrightFailures, vitestFailures } from './test/failures.ts';

describe('the closing line of npm test', () => {
  test('adds up both runners', () => {
    const vitest = vitestCounts({ numPassedTests: 10, numFailedTests: 1 }, false);
    const playwright = playwrightCounts(
      { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } },
      false,
    );
    expect(sum([vitest, playwright, undefined])).toEqual({ passed: 15, failed: 3 });
  });

  test('a runner that broke down without a report does not read as "0 failed"', () => {
    expect(vitestCounts(undefined, false)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightCounts(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });

  test('a file that failed to load counts although every test in the others passed', () => {
    expect(vitestCounts({ numPassedTests: 10, numFailedTests: 0 }, false).failed).toBe(1);
  });
});

describe('the tests that failed', () => {
  test('are named with their file and the first line of why', () => {
    const test = (status: string) => ({
      status,
      fullName: `${status} test`,
      failureMessages: ['why\n at x'],
    });
    const file = (name: string, assertionResults: object[]) => ({
      name: `${process.cwd()}/${name}`,
      status: 'failed',
      message: 'broken import',
      assertionResults,
    });
    const testResults = [file('a.test.ts', [test('passed'), test('failed')]), file('b.test.ts', [])];
    expect(vitestFailures({ testResults })).toEqual([
      'a.test.ts: failed test: why',
      'b.test.ts: broken import',
    ]);
    const specs = [
      { title: 'signs in', ok: false, file: 'x.spec.ts', line: 3 },
      { title: 'signs out', ok: true, file: 'x.spec.ts', line: 9 },
    ];
    expect(playwrightFailures({ suites: [{ suites: [{ specs }] }] })).toEqual(['x.spec.ts:3: signs in']);
    expect([...vitestFailures(undefined), ...playwrightFailures(undefined)]).toEqual([]);
  });
});

describe('file length', () => {
  const lines = (count: number) => 'x\n'.repeat(count);
  test.each([
    ['apps/core/src/a.ts', 400, false],
    ['apps/core/src/a.ts', 401, true],
    ['apps/core/src/a.test.ts', 600, false],
    ['apps/core/src/a.test.ts', 601, true],
    ['packages/db/src/types.ts', 5_000, false],
    ['packages/contracts/src/a.generated.ts', 5_000, false],
  ])('%s with %d lines', (file, count, found) => {
    expect(tooLong(file, lines(count)) !== undefined).toBe(found);
  });
});

describe('lockfile', () => {
  const lockfile = {
    packages: {
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/win32-arm64': '1.0.0' },
      },
      'node_modules/@tool/win32-arm64': { version: '1.0.0', optional: true },
    },
  };

  test('names a platform build that is missing', () => {
    expect(missingBuilds(lockfile)).toEqual([
      { asked_by: 'node_modules/tool', name: '@tool/linux-x64-musl', version: '1.0.0' },
    ]);
  });

  test('completes it with the platform its name tells', () => {
    const completed = complete(lockfile);
    expect(missingBuilds(completed)).toEqual([]);
    expect(completed.packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      os: ['linux'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
  });
});

describe('OPS-140 dependency audit', () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const report = {
    vulnerabilities: {
      left: {
        via: [{ url: 'https://advisories.example/GHSA-aaaa', severity: 'high', title: 'bad' }, 'other'],
      },
      right: { via: [{ url: 'https://advisories.example/GHSA-bbbb', severity: 'moderate', title: 'meh' }] },
    },
  };
  const exemption: Exemption = {
    advisory: 'GHSA-aaaa',
    reason: 'not reachable: no untrusted input',
    expires_on: '2026-03-20',
  };

  test('OPS-140 a high advisory fails, a moderate one does not', () => {
    expect(openAdvisories(report, [], now)).toEqual(['left: GHSA-aaaa (high) bad']);
  });

  test('OPS-140 an exemption with reason and near end counts', () => {
    expect(openAdvisories(report, [exemption], now)).toEqual([]);
  });

  test.each([
    [{ reason: ' ' }, /no reason/],
    [{ expires_on: '2026-04-15' }, /longer than 30 days/],
    [{ expires_on: '2026-02-27' }, /ended/],
    [{ expires_on: 'soon' }, /no expiry date/],
  ])('OPS-140 an exemption with %j does not count', (change, why) => {
    expect(whyInvalid({ ...exemption, ...change }, now)).toMatch(why);
    expect(openAdvisories(report, [{ ...exemption, ...change }], now)).toHaveLength(1);
  });
});
