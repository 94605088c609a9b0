// npm test                  everything, in order
// npm test -- unit          one step, or several: lint imports types dead-code migrations unit build launcher e2e budgets
// npm test -- unit apps/core/src/features/identity   further words go to Vitest or Playwright
import { sum } from './test/counts.ts';
import { type Outcome, type Step, steps } from './test/steps.ts';

const words = process.argv.slice(2);
const named = steps.filter(({ name }) => words.includes(name));
const extra = words.filter((word) => !steps.some(({ name }) => name === word));
const chosen = named.length > 0 ? named : steps;
if (named.length === 0 && extra.length > 0) {
  console.error(`Name a step first: ${steps.map(({ name }) => name).join(' ')}`);
  process.exit(2);
}

const results: { step: Step; outcome: Outcome; seconds: number }[] = [];
for (const step of chosen) {
  console.log(`\n── ${step.title} (${step.name})`);
  const from = Date.now();
  const outcome = await step.work(extra).catch((error: unknown): Outcome => {
    console.error(error instanceof Error ? error.message : error);
    return { ok: false };
  });
  results.push({ step, outcome, seconds: (Date.now() - from) / 1000 });
}

console.log('\n── Summary');
for (const { step, outcome, seconds } of results) {
  const counts = outcome.counts ? `  ${outcome.counts.passed} passed, ${outcome.counts.failed} failed` : '';
  const verdict = outcome.skipped ? `skipped: ${outcome.skipped}` : outcome.ok ? 'ok' : 'FAILED';
  console.log(`  ${step.title.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s   ${verdict}${counts}`);
}
const failures = results.flatMap(({ outcome }) => outcome.failures ?? []);
if (failures.length > 0) console.log(`\n── Failed\n${failures.map((line) => `  ${line}`).join('\n')}`);
const total = sum(results.map(({ outcome }) => outcome.counts));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(results.every(({ outcome }) => outcome.ok) ? 0 : 1);
