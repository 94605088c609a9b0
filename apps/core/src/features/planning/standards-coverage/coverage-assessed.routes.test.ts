import { getCoverageCell, getCoverageGaps, getStandardsCoverage } from '@k12/contracts/planning/coverage';
import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';

const world = await aGradebook(2);
const { teacher, lead, pupils, course_id, platform, tenant, districtAdmin, clock } = world;
const framework = await districtAdmin.call(createFramework, { body: { title: 'Science' } });
const add = (code: string, more: object = {}) =>
  districtAdmin.call(createStandard, {
    body: { framework_id: framework.id, code, statement: `Statement ${code}`, ...more },
  });
const branch = await add('S', { assessable: false });
const [first, second, third] = [
  await add('S.1', { parent_id: branch.id }),
  await add('S.2', { parent_id: branch.id }),
  await add('S.3', { parent_id: branch.id }),
];
const query = { framework_id: framework.id };

async function aligned(title: string, standardId: string): Promise<string> {
  const id = await world.anAssignment({ title });
  await build(platform, (tx) =>
    tx
      .insertInto('assignment_standards')
      .values({ tenant_id: tenant.id, assignment_id: id, standard_id: standardId })
      .execute(),
  );
  return id;
}

const scored = { grade_state: 'graded', entered_score: '18', effective_score: '18' };
const posted = () => ({ ...scored, posted_at: clock.now().toISOString() });

test('PLN-94 PLN-96 assessed: aligned, given and scored for at least one; planned and taught are counted apart, twice is once', async () => {
  const figures = async () => {
    const { totals, rows } = await lead.call(getStandardsCoverage, { query });
    return [totals.planned, totals.taught, totals.assessed, totals.denominator, rows[0]?.assessed];
  };
  const [essay, , quiz] = [
    await aligned('Essay', first.id),
    await aligned('Never scored', second.id),
    await aligned('Quiz', first.id),
  ];
  expect(await figures()).toEqual([0, 0, 0, 3, 0]);
  // Scored and not posted yet.
  await world.changeWork(essay, pupils[0]?.id ?? '', scored);
  expect(await figures()).toEqual([0, 0, 0, 3, 0]);
  await world.changeWork(essay, pupils[0]?.id ?? '', posted());
  await world.changeWork(quiz, pupils[1]?.id ?? '', posted());
  expect(await figures()).toEqual([0, 0, 1, 3, 1]);
});

test('PLN-94 a criterion counts as well: evidence of a rubric, and not what somebody only saw', async () => {
  const id = await world.anAssignment({ title: 'Judged' });
  const [student_id = ''] = pupils.map((pupil) => pupil.id);
  const at = clock.now().toISOString();
  const evidence = (source: 'rubric' | 'observation', standard_id: string) => ({
    ...{ tenant_id: tenant.id, id: newId(), course_id, student_id, standard_id, source, value: '3' },
    ...{ assignment_id: id, observed_at: at, created_at: at },
  });
  await world.changeWork(id, student_id, posted());
  await build(platform, (tx) =>
    tx
      .insertInto('mastery_evidence')
      .values([evidence('rubric', second.id), evidence('observation', third.id)])
      .execute(),
  );
  const { rows } = await lead.call(getStandardsCoverage, { query: { ...query, branch: branch.id } });
  expect(rows.map(({ standard, planned, assessed }) => [standard.code, planned, assessed])).toEqual([
    ['S.1', 0, 1],
    ['S.2', 0, 1],
    ['S.3', 0, 0],
  ]);
});

test('PLN-99 PLN-97 the cell leads to exactly the assessments behind it, at the day they were posted', async () => {
  const today = clock.now().toISOString().slice(0, 10);
  const behind = await teacher.call(getCoverageCell, {
    query: { ...query, standard_id: first.id, column: course_id },
  });
  expect(behind.data.map(({ kind, title, starts_on, codes }) => [kind, title, starts_on, codes])).toEqual([
    ['assessment', 'Essay', today, ['S.1']],
    ['assessment', 'Quiz', today, ['S.1']],
  ]);
  const past = await lead.call(getStandardsCoverage, {
    query: { ...query, from_on: '2026-09-07', to_on: '2026-10-01' },
  });
  expect(past.totals.assessed).toBe(0);
  const gaps = await lead.call(getCoverageGaps, { query });
  expect([gaps.not_planned.length, gaps.taught_not_assessed]).toEqual([3, []]);
});
