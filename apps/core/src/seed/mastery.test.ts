import { expect, test } from 'vitest';
import { startTestServer } from '../test/test-server.ts';
import { seedDemo } from './demo.ts';

const { platform } = await startTestServer();

test('OPS-135 TCH-124 the demo courses show mastery at every level, from scores, rubrics and observations', async () => {
  await seedDemo(platform);
  const { evidence, results } = await platform.db.asJob('test', async (tx) => ({
    evidence: await tx.selectFrom('mastery_evidence').selectAll().execute(),
    results: await tx.selectFrom('mastery_results').selectAll().execute(),
  }));
  expect(new Set(evidence.map(({ source }) => source))).toEqual(
    new Set(['rubric', 'assignment', 'observation']),
  );
  expect(new Set(results.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3]));
  expect(new Set(results.map(({ trend }) => trend))).toEqual(new Set(['up', 'down', 'steady', null]));
  expect(results.some(({ source }) => source === 'judgement')).toBe(true);
  const share = results.filter(({ is_mastered }) => is_mastered).length / results.length;
  expect(share).toBeGreaterThan(0.25);
  expect(share).toBeLessThan(0.85);
});
