export type Counts = { passed: number; failed: number };

/** A runner that broke down before it could count still failed: it must not read as "0 failed". */
const atLeastOne = ({ passed, failed }: Counts, ok: boolean): Counts => ({
  passed,
  failed: ok ? failed : Math.max(1, failed),
});

export function vitestCounts(report: unknown, ok: boolean): Counts {
  const { numPassedTests = 0, numFailedTests = 0 } = (report ?? {}) as Record<string, number>;
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests }, ok);
}

/** A test that passed only on a second try counts as passed here; the list above the summary names it. */
export function playwrightCounts(report: unknown, ok: boolean): Counts {
  const { stats = {} } = (report ?? {}) as { stats?: Record<string, number> };
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  return atLeastOne({ passed: expected + flaky, failed: unexpected }, ok);
}

export function sum(all: readonly (Counts | undefined)[]): Counts {
  return all.reduce<Counts>(
    (total, counts) => ({
      passed: total.passed + (counts?.passed ?? 0),
      failed: total.failed + (counts?.failed ?? 0),
    }),
    { passed: 0, failed: 0 },
  );
}
