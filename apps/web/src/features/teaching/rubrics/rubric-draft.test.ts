import { expect, test } from 'vitest';
import { criteriaOf, draftByScale, emptyCriterion, isPoints } from './rubric-draft.ts';

const levels = ['Beginning', 'Developing', 'Secure'].map((label, at) => ({
  ...{ label, value: `${at + 1}.0` },
  color: 'plain' as const,
}));

test('TCH-84 a rubric starts from a proficiency scale: its levels, the best first, for every criterion', () => {
  const draft = ['Evidence', 'Language'].map((title) => ({ ...emptyCriterion(), title }));
  const made = draftByScale(draft, levels);
  const ratings = (at: number) =>
    criteriaOf(made, true)[at]?.ratings.map(({ label, points }) => `${points} ${label}`);
  expect(ratings(0)).toEqual(['3 Secure', '2 Developing', '1 Beginning']);
  expect(ratings(1)).toEqual(ratings(0));
  expect(criteriaOf(made, false)[0]?.ratings[0]?.points).toBeNull();
});

test('TCH-84 what was written about a level stays when the scale is taken again', () => {
  const [made] = draftByScale([{ ...emptyCriterion(), title: 'Evidence' }], levels);
  if (!made) throw new Error('no criterion');
  const [best, ...rest] = made.ratings;
  if (!best) throw new Error('no rating');
  const described = { ...made, ratings: [{ ...best, description: 'Names the law' }, ...rest] };
  const again = draftByScale([described], levels);
  expect(again[0]?.ratings[0]).toMatchObject({ key: best.key, description: 'Names the law' });
});

test('TCH-84 points that the server would refuse are marked at their own field', () => {
  expect(['', '4', '2,5', '0.25', '99999'].map(isPoints)).not.toContain(false);
  expect(['1e309', '-1', 'four', '1.234', '999999', '.5', 'NaN'].map(isPoints)).not.toContain(true);
});
