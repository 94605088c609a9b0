import path from 'node:path';
import { root } from '../launcher/paths.ts';

interface VitestReport {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { title: string; ok: boolean; file: string; line: number }[];
}

/** The tests that failed, each with the first line of why: the last thing printed, where a long log may be cut. */
export function vitestFailures(report: unknown): string[] {
  const { testResults = [] } = (report ?? {}) as VitestReport;
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

export function playwrightFailures(report: unknown): string[] {
  const { suites = [], specs = [] } = (report ?? {}) as PlaywrightSuite;
  const own = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...own, ...suites.flatMap(playwrightFailures)];
}

const firstLine = (text = 'it broke down before its tests') => text.trim().split('\n')[0] ?? '';
